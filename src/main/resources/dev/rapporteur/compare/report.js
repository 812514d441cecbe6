'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const name = id => data.names[id] || id;
  const sides = [{ id: data.paper.id, name: 'paper' }, ...data.groups.map(g => ({ id: g.id, name: g.name }))];
  const css = variable => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  const short = text => (text.length > 34 ? text.slice(0, 33) + '…' : text);

  // sentences behind a figure
  const dialog = document.getElementById('sentences');
  const list = document.getElementById('sentences-list');
  const open = quotes => {
    if (!quotes || quotes.length === 0) return;
    list.replaceChildren(...quotes.map(index => {
      const quote = data.quotes[index];
      const block = document.createElement('blockquote');
      const text = document.createElement('p');
      text.textContent = quote.text;
      const cite = document.createElement('cite');
      cite.textContent = quote.citation + (quote.date ? ' (' + quote.date + ')' : '') + ', sentence ' + quote.sid;
      block.append(text, cite);
      return block;
    }));
    dialog.showModal();
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.quotes) open(button.dataset.quotes.split(' ').map(Number));
    if (button.classList.contains('close')) dialog.close();
    if (button.dataset.svg) save(button.dataset.svg + '.svg', charts.get(button.dataset.svg).getDataURL({ type: 'svg' }));
    if (button.dataset.csv) {
      const table = document.getElementById(button.dataset.csv);
      const cell = c => '"' + c.textContent.replace(/\s+/g, ' ').trim().replaceAll('"', '""') + '"';
      const rows = [...table.rows].map(r => [...r.cells].map(cell).join(','));
      save(button.dataset.csv + '.csv', URL.createObjectURL(new Blob(['\ufeff' + rows.join('\r\n')], { type: 'text/csv' })));
    }
  });
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  const save = (file, url) => {
    const link = document.createElement('a');
    link.href = url;
    link.download = file;
    link.click();
  };
  document.querySelectorAll('table').forEach((table, index) => {
    table.id = table.id || 'table-' + (index + 1);
    const tools = document.createElement('div');
    tools.className = 'tools';
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.csv = table.id;
    button.textContent = 'Save as CSV';
    button.setAttribute('aria-label', 'Save as CSV: ' + (table.caption ? table.caption.textContent.trim() : table.id));
    tools.append(button);
    table.parentElement.after(tools);
  });

  // charts
  const charts = new Map();
  const base = () => ({
    backgroundColor: 'transparent',
    color: ['--c0', '--c1', '--c2', '--c3', '--c4', '--c5', '--c6'].map(css),
    textStyle: { color: css('--ink'), fontFamily: 'inherit' },
    animation: false,
    aria: { enabled: true, decal: { show: true } },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    legend: { top: 4, type: 'scroll', textStyle: { color: css('--ink') }, pageTextStyle: { color: css('--ink') } },
    tooltip: { confine: true, backgroundColor: css('--panel'), borderColor: css('--line'), textStyle: { color: css('--ink') }, renderMode: 'richText' },
  });
  const axis = more => ({ axisLabel: { color: css('--ink'), hideOverlap: true }, axisLine: { lineStyle: { color: css('--line') } }, splitLine: { lineStyle: { color: css('--line') } }, ...more });
  const percent = value => (value * 100).toFixed(1) + ' %';

  const makers = {
    'chart-near': () => {
      const aspects = [...new Set(data.nearness.map(n => n.aspect))];
      const of = (aspect, group) => data.nearness.find(n => n.aspect === aspect && n.group === group.id);
      return {
        xAxis: axis({ type: 'category', data: aspects }),
        yAxis: axis({ type: 'value', min: 0, max: 1, name: 'likeness', nameTextStyle: { color: css('--ink') } }),
        series: data.groups.map(g => ({ name: g.name, type: 'bar', data: aspects.map(a => { const n = of(a, g); return n && n.likeness !== null ? Number(n.likeness.toFixed(3)) : null; }) })),
        tooltip: { ...base().tooltip, formatter: p => { const n = of(aspects[p.dataIndex], data.groups[p.seriesIndex]); return p.seriesName + ', ' + p.name + ': ' + p.value + (n.low === null ? ' (described, no interval)' : ' [' + n.low.toFixed(3) + ', ' + n.high.toFixed(3) + ']') + '\n' + n.basis; } },
      };
    },
    'chart-poles': () => {
      const rows = [...data.cleavages].reverse();
      const symbols = ['diamond', 'circle', 'rect', 'triangle', 'pin', 'roundRect', 'arrow'];
      const share = (row, side) => (side === 0 ? row.share : row.shares[side - 1]);
      const cells = (row, side) => (side === 0 ? row.paper : row.groups[side - 1]);
      return {
        xAxis: axis({ type: 'value', min: 0, max: 1, axisLabel: { color: css('--ink'), formatter: v => (v * 100) + ' %' } }),
        yAxis: [axis({ type: 'category', data: rows.map(r => r.poles[0]) }), axis({ type: 'category', position: 'right', data: rows.map(r => r.poles[1]) })],
        series: sides.map((side, index) => ({
          name: side.name, type: 'scatter', symbol: symbols[index % symbols.length], symbolSize: index === 0 ? 20 : 14,
          data: rows.map((row, at) => (share(row, index) === null ? null : { value: [share(row, index), at], quotes: cells(row, index).flatMap(c => c.quotes) })).filter(Boolean),
        })),
        tooltip: { ...base().tooltip, formatter: p => { const row = rows[p.value[1]]; const c = cells(row, p.seriesIndex); return p.seriesName + '\n' + row.poles.map((pole, i) => pole + ': ' + c[i].count + ' (' + c[i].rate.toFixed(1) + ' for 10,000 words)').join('\n'); } },
      };
    },
    'chart-frames': () => {
      const rows = [...data.frames].reverse();
      const cell = (row, side) => (side === 0 ? row.paper : row.groups[side - 1]);
      return {
        xAxis: axis({ type: 'value', axisLabel: { color: css('--ink'), formatter: v => Math.round(v * 100) + ' %' } }),
        yAxis: axis({ type: 'category', data: rows.map(r => r.id) }),
        series: sides.map((side, index) => ({ name: side.name, type: 'bar', data: rows.map(r => ({ value: cell(r, index).rate, quotes: cell(r, index).quotes })) })),
        tooltip: { ...base().tooltip, formatter: p => { const c = cell(rows[p.dataIndex], p.seriesIndex); return p.seriesName + ', ' + p.name + ': ' + percent(c.rate) + (c.low === null ? '' : ' [' + percent(c.low) + ', ' + percent(c.high) + ']') + ', n ' + c.count; } },
      };
    },
    'chart-course': () => ({
      legend: { show: false },
      xAxis: axis({ type: 'category', data: data.course.map((_, i) => i + 1) }),
      yAxis: axis({ type: 'value', min: 0, max: 1, axisLabel: { color: css('--ink'), formatter: v => Math.round(v * 100) + ' %' } }),
      series: [{ type: 'bar', name: 'securitization', data: data.course }],
      tooltip: { ...base().tooltip, formatter: p => 'twentieth ' + p.name + ': ' + percent(p.value) + ' of its sentences' },
    }),
    'chart-stances': () => {
      const rows = [...data.issues].reverse();
      const columns = ['paper, own', 'paper, reported', ...data.groups.map(g => g.name)];
      const of = (row, column) => (column === 0 ? row.own : column === 1 ? row.reported : row.groups[column - 2]);
      const cells = [];
      rows.forEach((row, y) => columns.forEach((_, x) => {
        const s = of(row, x);
        const all = s.supports + s.opposes + s.ambivalent;
        if (all > 0) cells.push({ value: [x, y, (s.supports - s.opposes) / all], quotes: s.quotes, text: s.supports + '/' + s.opposes + '/' + s.ambivalent });
      }));
      return {
        legend: { show: false },
        aria: { enabled: true, decal: { show: false } },
        grid: { left: 8, right: 8, top: 64, bottom: 56, containLabel: true },
        xAxis: axis({ type: 'category', position: 'top', data: columns.map(short), axisLabel: { color: css('--ink'), interval: 0, width: 110, overflow: 'break', lineHeight: 14 } }),
        yAxis: axis({ type: 'category', data: rows.map(r => r.issue) }),
        visualMap: { min: -1, max: 1, calculable: false, orient: 'horizontal', left: 'center', bottom: 4, text: ['for', 'against'], textStyle: { color: css('--ink') }, inRange: { color: ['#d55e00', '#f3dcc9', '#f2f2f2', '#cfe3f0', '#0072b2'] } },
        series: [{ type: 'heatmap', data: cells, label: { show: true, color: '#111', backgroundColor: 'rgba(255,255,255,.75)', padding: 2, formatter: p => p.data.text }, itemStyle: { borderColor: css('--page'), borderWidth: 2 } }],
        tooltip: { ...base().tooltip, formatter: p => columns[p.value[0]] + ', ' + rows[p.value[1]].issue + '\nsupports/opposes/ambivalent: ' + p.data.text },
      };
    },
    'chart-ties': () => {
      const weight = new Map();
      data.ties.forEach(t => [t.first, t.second].forEach(id => weight.set(id, (weight.get(id) || 0) + t.sentences)));
      const kinds = [...new Set([...weight.keys()].map(id => id.split(':')[0]))];
      return {
        series: [{
          type: 'graph', layout: 'circular', circular: { rotateLabel: true }, roam: true, categories: kinds.map(k => ({ name: k })),
          data: [...weight].map(([id, n]) => ({ id, name: id, value: n, category: kinds.indexOf(id.split(':')[0]), symbolSize: 8 + 4 * Math.sqrt(n), label: { show: true, color: css('--ink'), formatter: short(name(id)) } })),
          links: data.ties.map(t => ({ source: t.first, target: t.second, value: t.sentences, lineStyle: { width: Math.min(8, t.sentences), curveness: 0.2, color: css('--soft') } })),
        }],
        tooltip: { ...base().tooltip, formatter: p => (p.dataType === 'edge' ? name(p.data.source) + ' and ' + name(p.data.target) + ': ' + p.data.value + ' sentences' : name(p.data.id)) },
      };
    },
    'chart-time': () => {
      const what = document.getElementById('time-what').value;
      const [kind, key] = [what.slice(0, what.indexOf(' ')), what.slice(what.indexOf(' ') + 1)];
      const value = y => (kind === 'frame' ? y.frames[key] || 0 : kind === 'term' ? y.terms[key] || 0 : (y.issues[key] || 0) / Math.max(1, y.sentences));
      const all = data.years.map(y => y.year);
      const years = [];
      for (let y = Math.min(...all); y <= Math.max(...all); y++) years.push(y);
      return {
        xAxis: axis({ type: 'category', data: years }),
        yAxis: axis({ type: 'value', axisLabel: { color: css('--ink'), formatter: v => (kind === 'term' ? v : Math.round(v * 1000) / 10 + ' %') } }),
        series: data.groups.map(g => ({ name: g.name, type: 'line', connectNulls: true, symbolSize: 8, data: years.map(year => { const found = data.years.find(y => y.group === g.id && y.year === year); return found ? value(found) : null; }) })),
        tooltip: { ...base().tooltip, formatter: p => { const found = data.years.find(y => y.group === data.groups[p.seriesIndex].id && y.year === years[p.dataIndex]); return p.seriesName + ' ' + p.name + ': ' + (kind === 'term' ? p.value.toFixed(1) + ' for 10,000 words' : percent(p.value)) + ', ' + found.documents + ' texts'; } },
      };
    },
  };

  const what = document.getElementById('time-what');
  if (what) {
    const option = (value, text) => { const o = document.createElement('option'); o.value = value; o.textContent = text; what.append(o); };
    data.frames.forEach(f => option('frame ' + f.id, 'frame: ' + f.id));
    data.cleavages.slice(0, 2).forEach(c => c.poles.forEach(p => option('term ' + p, 'words: ' + p)));
    data.issues.forEach(i => option('issue ' + i.issue, 'stances on: ' + i.issue));
    what.addEventListener('change', () => draw('chart-time'));
  }
  const draw = id => {
    const place = document.getElementById(id);
    if (!place) return;
    if (charts.has(id)) charts.get(id).dispose();
    const label = place.getAttribute('aria-labelledby');
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption({ ...base(), ...makers[id]() });
    // ECharts writes a label of its own; the caption above is the name, the table below the content
    place.removeAttribute('aria-label');
    place.setAttribute('aria-labelledby', label);
    chart.on('click', p => { if (p.data && p.data.quotes) open(p.data.quotes); });
    charts.set(id, chart);
  };
  const drawAll = () => Object.keys(makers).forEach(draw);
  drawAll();
  addEventListener('resize', () => charts.forEach(c => c.resize()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(d => { d.open = true; }));
  document.documentElement.dataset.drawn = String(charts.size);
})();
