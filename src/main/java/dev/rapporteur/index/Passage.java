package dev.rapporteur.index;

import java.util.Locale;

/**
 * A sentence as the index shows it, with its place.
 *
 * @param document the document it is of
 * @param sid its number in the document, from 1; 0 for a paragraph of a text without sentences
 * @param begin offset of its first code unit in the document's text
 * @param text the sentence
 * @param section the kind of section it stands in
 * @param paragraph the paragraph's number as the text gives it, or empty
 * @param page the page, from 1; 0 where there are none
 */
public record Passage(
    Entry document, int sid, int begin, String text, String section, String paragraph, int page) {

  /** A ready citation: symbol, title or file, then paragraph, footnote or page. */
  public String citation() {
    String place = place();
    return place.isEmpty() ? document.name() : document.name() + ", " + place;
  }

  private String place() {
    if (!paragraph.isEmpty() && section.equals("footnote")) {
      return "fn. " + paragraph;
    }
    if (!paragraph.isEmpty() && !section.equals("heading") && !section.equals("title")) {
      boolean plain = !Character.isLetter(paragraph.charAt(0));
      return plain ? "para. " + paragraph : paragraph.toLowerCase(Locale.ROOT);
    }
    return page > 0 ? "p. " + page : "";
  }
}
