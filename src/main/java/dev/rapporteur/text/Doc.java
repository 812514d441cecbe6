package dev.rapporteur.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document: its text, what it is made of, and what was found in it. Never changed; {@link #with}
 * makes another.
 *
 * <p>The text is in reading order, without markup and footnote marks; footnotes stand at its end.
 *
 * @param id identity of its content
 * @param metadata title, symbol, date …
 * @param text the text that all offsets count into
 * @param sections its blocks, in reading order, not overlapping; text outside of them is white
 *     space
 * @param pages where pages begin, sorted by offset; footnotes at the end begin pages anew; empty
 *     where the document has none
 * @param layers the annotations
 */
public record Doc(
    DocId id,
    Metadata metadata,
    String text,
    List<Section> sections,
    List<PageBreak> pages,
    Layers layers) {

  private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\R\\h*\\R\\s*|\\s+\\z");

  /**
   * A place from which on the text stands on a page.
   *
   * @param offset code unit of the text
   * @param page number of the page, from 1
   */
  public record PageBreak(int offset, int page) {}

  /**
   * Copies the lists and checks that sections and annotations lie in the text.
   *
   * @throws IllegalArgumentException if they do not
   */
  public Doc {
    sections = List.copyOf(sections);
    pages = List.copyOf(pages);
    int end = 0;
    for (Section section : sections) {
      if (section.span().begin() < end || section.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "section " + section + " overlaps the one before or leaves the text");
      }
      end = section.span().end();
    }
  }

  /** A document of one body section, without annotations: what tests and embedders begin with. */
  public static Doc of(String text) {
    return of(Metadata.of(""), text);
  }

  /** The same with metadata; blank lines part its body sections. */
  public static Doc of(Metadata metadata, String text) {
    List<Section> sections = new ArrayList<>();
    Matcher gap = BLANK_LINES.matcher(text);
    for (int begin = 0; begin < text.length(); ) {
      int end = gap.find() ? gap.start() : text.length();
      if (begin < end && !text.substring(begin, end).isBlank()) {
        sections.add(new Section(new Span(begin, end), Section.Kind.BODY, "", 0, 0));
      }
      begin = end < text.length() ? gap.end() : end;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Doc(DocId.of(bytes), metadata, text, sections, List.of(), Layers.none());
  }

  /** This document and more annotations. */
  public Doc with(Layers found) {
    return new Doc(id, metadata, text, sections, pages, layers.and(found));
  }

  /** This document with other metadata. */
  public Doc with(Metadata other) {
    return new Doc(id, other, text, sections, pages, layers);
  }

  /** The part of the text that an annotation covers. */
  public String text(Annotation annotation) {
    return annotation.span().of(text);
  }

  /** The annotations of a layer. */
  public <A extends Annotation> List<A> get(Layer<A> layer) {
    return layers.get(layer);
  }

  /** The annotations of a layer that lie in a span. */
  public <A extends Annotation> List<A> within(Layer<A> layer, Span span) {
    return layers.within(layer, span);
  }

  /**
   * Whether the text is analysed: its language is English or not known. Other languages are indexed
   * for plain search and never analysed as if they were English.
   */
  public boolean isEnglish() {
    return metadata.language().isEmpty() || metadata.language().equals("en");
  }

  /**
   * The sentences that extractors read: those of English prose, that is not those of bibliographies
   * and of running heads.
   */
  public List<Sentence> prose() {
    if (!isEnglish()) {
      return List.of();
    }
    return get(Layer.SENTENCES).stream()
        .filter(s -> sectionAt(s.span().begin()).map(x -> x.kind().analysed()).orElse(true))
        .toList();
  }

  /** The section that holds an offset, if one does. */
  public Optional<Section> sectionAt(int offset) {
    int low = 0;
    int high = sections.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = sections.get(middle).span();
      if (offset < span.begin()) {
        high = middle - 1;
      } else if (offset >= span.end()) {
        low = middle + 1;
      } else {
        return Optional.of(sections.get(middle));
      }
    }
    return Optional.empty();
  }

  /** The page that an offset stands on, from 1; 0 where the document has no pages. */
  public int pageAt(int offset) {
    int page = 0;
    for (PageBreak each : pages) {
      if (each.offset > offset) {
        break;
      }
      page = each.page;
    }
    return page;
  }

  /** The values of a fact about the whole document, those written first in front. */
  public List<String> facts(String name) {
    return get(Layer.LABELS).stream()
        .filter(l -> l.name().equals(name) && l.span().begin() == 0)
        .filter(l -> l.span().end() == text.length())
        .map(Label::value)
        .distinct()
        .toList();
  }

  /** Who speaks: an entity id, a collective or {@code author}; empty where nobody knows. */
  public String voice() {
    List<String> voices = facts(Label.VOICE);
    return voices.isEmpty() ? "" : voices.getFirst();
  }

  /** The groups it belongs to. */
  public List<String> groups() {
    return facts(Label.GROUP);
  }

  /** The span of the whole text. */
  public Span span() {
    return new Span(0, text.length());
  }

  /** What a reader calls it: its symbol, else its title, else its file. */
  public String name() {
    return !metadata.symbol().isEmpty()
        ? metadata.symbol()
        : !metadata.title().isEmpty() ? metadata.title() : metadata.source();
  }
}
