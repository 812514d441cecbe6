package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The mentions of one document, decided in two passes: what is named beyond doubt and which short
 * forms the document defines; then sentence by sentence every mention, with what came before.
 */
final class Analysis {

  private final Doc doc;
  private final EntityModel model;
  private final boolean withAnaphors;
  private final Facts facts;
  private final Definitions definitions;
  private final List<Line> lines = new ArrayList<>();
  private final List<Found> history = new ArrayList<>();
  private final Choice choice;
  private final Unknowns unknowns;
  private final AnaphorResolver resolver;

  Analysis(Doc doc, EntityModel model, boolean withAnaphors, boolean withUnknown) {
    this.doc = doc;
    this.model = model;
    this.withAnaphors = withAnaphors;
    this.facts = new Facts(doc, model.lexicon());
    this.definitions = new Definitions(facts, model.heads());
    this.choice = new Choice(model, facts, history);
    this.unknowns = withUnknown ? new Unknowns(model, facts, definitions) : null;
    this.resolver = new AnaphorResolver(model, facts, definitions, history);
  }

  Layers run() {
    read();
    title();
    for (Line line : lines) {
      List<Found> named = named(line);
      if (unknowns != null) {
        unknowns.find(line, named);
      }
      Series.extend(line, named, facts.knowledge);
      Dialogues.join(line, named);
      named.sort(Comparator.comparingInt(Found::begin));
      for (Found each : named) {
        definitions.surname(each, line);
      }
      if (withAnaphors) {
        resolver.resolve(line, named);
      }
      history.addAll(named);
    }
    List<Label> labels = new ArrayList<>();
    for (Definitions.Term term : definitions.terms()) {
      if (term.written()) {
        labels.add(
            new Label(
                doc.span(),
                Label.DEFINITION,
                term.text() + "=" + term.id(),
                Evidence.rule(EntitiesComponent.NAME, term.rule(), term.span())));
      }
    }
    return Layers.of(
            Layer.MENTIONS,
            history.stream().filter(f -> f.sentence() >= 0).map(Found::mention).toList())
        .and(Layer.LABELS, labels);
  }

  /** What the title names is known before the first sentence; it is not a mention itself. */
  private void title() {
    String title = doc.metadata().title();
    if (title.isEmpty()) {
      return;
    }
    Words words = Words.of(title, 0, title.length(), model.lexicon().vocabulary());
    Line line =
        new Line(-1, words, model.lexicon().find(words), Section.Kind.TITLE, Line.shouts(words));
    List<Found> named = new ArrayList<>();
    for (Candidate candidate : line.candidates()) {
      if (named.stream().noneMatch(f -> f.overlaps(candidate.begin(), candidate.end()))) {
        choice.decide(candidate, line, named).ifPresent(named::add);
      }
    }
    named.sort(Comparator.comparingInt(Found::begin));
    history.addAll(named);
  }

  private void read() {
    String text = doc.text();
    for (Sentence sentence : doc.prose()) {
      Words words =
          Words.of(
              text, sentence.span().begin(), sentence.span().end(), model.lexicon().vocabulary());
      Section.Kind kind =
          doc.sectionAt(sentence.span().begin()).map(Section::kind).orElse(Section.Kind.BODY);
      Line line =
          new Line(lines.size(), words, model.lexicon().find(words), kind, Line.shouts(words));
      lines.add(line);
      for (Candidate candidate : line.candidates()) {
        if (candidate.isSure() && isLongest(candidate, line)) {
          facts.sure.merge(candidate.senses().getFirst().id(), 1, Integer::sum);
        }
      }
    }
    for (Line line : lines) {
      definitions.read(line);
    }
  }

  private static boolean isLongest(Candidate candidate, Line line) {
    for (Candidate other : line.candidates()) {
      if (other.length() <= candidate.length()) {
        return true; // they are sorted, longest first
      }
      if (other.isSure() && other.overlaps(candidate.begin(), candidate.end())) {
        return false;
      }
    }
    return true;
  }

  /** The named mentions of a sentence: the longest first, then what does not overlap them. */
  private List<Found> named(Line line) {
    List<Found> accepted = new ArrayList<>();
    List<Candidate> all = new ArrayList<>(line.candidates());
    all.addAll(definitions.in(line));
    all.sort(Comparator.comparingInt(Candidate::length).reversed());
    for (Candidate candidate : all) {
      if (accepted.stream().anyMatch(f -> f.overlaps(candidate.begin(), candidate.end()))) {
        continue;
      }
      Optional<Definitions.Term> defined = definitions.term(candidate, line);
      if (defined.isPresent()) {
        Definitions.Term term = defined.get();
        accepted.add(
            new Found(
                candidate.begin(),
                candidate.end(),
                term.id(),
                false,
                term.nil(),
                term.rule(),
                1,
                line.index()));
        continue;
      }
      if (definitions.isOther(doc.text().substring(candidate.begin(), candidate.end()))) {
        continue;
      }
      choice.decide(candidate, line, accepted).ifPresent(accepted::add);
    }
    return accepted;
  }
}
