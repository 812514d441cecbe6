package dev.rapporteur.index;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes the Lucene documents of one annotated document: its sentences, then itself. */
final class Block {

  private static final FieldType RANKED =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
  private static final FieldType PLACED =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);
  private static final FieldType PHRASED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);

  private final Doc doc;
  private final Metadata metadata;
  private final List<Words.Word> title;
  private final List<Words.Word> body;
  private final String voice;
  private final List<String> groups;
  private int words;

  private Block(Doc doc) {
    this.doc = doc;
    this.metadata = doc.metadata();
    this.title = Words.cut(metadata.title());
    this.body = Words.cut(metadata.body());
    this.voice = doc.voice();
    this.groups = doc.groups();
  }

  /**
   * The documents to write.
   *
   * @param bytes the document as {@link DocCodec} writes it
   */
  static List<Document> of(
      Doc doc, byte[] bytes, String place, String fingerprint, String pipeline, String identity) {
    Block block = new Block(doc);
    List<Document> all = new ArrayList<>();
    List<Sentence> sentences = doc.get(Layer.SENTENCES);
    if (!sentences.isEmpty()) {
      sentences.forEach(s -> all.add(block.sentence(s.span(), s.sid())));
    } else {
      // a pipeline that cuts no sentences: its paragraphs can be searched all the same
      doc.sections().forEach(s -> all.add(block.sentence(s.span(), 0)));
    }
    Document self = new Document();
    block.common(self, Schema.DOCUMENT);
    self.add(new StoredField(Schema.ID, doc.id().value()));
    stored(self, Schema.SOURCE, doc.metadata().source());
    stored(self, Schema.TITLE, doc.metadata().title());
    stored(self, Schema.SYMBOL, doc.metadata().symbol());
    stored(self, Schema.DATE, doc.metadata().date());
    stored(self, Schema.BODY, doc.metadata().body());
    stored(self, Schema.LANGUAGE, doc.metadata().language());
    stored(self, Schema.SOURCE_TYPE, doc.metadata().sourceType().id());
    stored(self, Schema.LEGAL_STATUS, doc.metadata().legalStatus());
    stored(self, Schema.VOICE, block.voice);
    block.groups.forEach(group -> stored(self, Schema.GROUP, group));
    stored(self, Schema.PLACE, place);
    stored(self, Schema.FINGERPRINT, fingerprint);
    stored(self, Schema.PIPELINE, pipeline);
    stored(self, Schema.METADATA, identity);
    self.add(new StoredField(Schema.SENTENCES, all.size()));
    self.add(new StoredField(Schema.COUNT, block.words));
    for (String name : Slug.names(doc.metadata())) {
      self.add(new StringField(Schema.NAME, name, Field.Store.NO));
    }
    // last, so that whoever wants the fields above stops reading before it
    self.add(new StoredField(Schema.BYTES, bytes));
    all.add(self);
    return all;
  }

  private Document sentence(Span span, int sid) {
    Document out = new Document();
    common(out, Schema.SENTENCE);
    String text = span.of(doc.text());
    Optional<Section> section = doc.sectionAt(span.begin());
    String kind = section.map(s -> s.kind().id()).orElse(Section.Kind.BODY.id());
    String number = section.map(Section::number).orElse("");
    int page = doc.pageAt(span.begin());
    if (page == 0) {
      page = section.map(Section::page).orElse(0);
    }
    out.add(new StoredField(Schema.TEXT, text));
    out.add(new StoredField(Schema.SID, sid));
    out.add(new StoredField(Schema.BEGIN, span.begin()));
    out.add(new StoredField(Schema.SECTION, kind));
    stored(out, Schema.PARAGRAPH, number);
    if (page > 0) {
      out.add(new StoredField(Schema.PAGE, page));
      out.add(new IntPoint(Schema.PAGE, page));
    }
    out.add(new IntPoint(Schema.SID, sid));
    out.add(new NumericDocValuesField(Schema.SID, sid));
    term(out, Schema.SECTION, kind);
    term(out, Schema.PARAGRAPH, fold(number));
    facet(out, Facet.SECTION, kind);

    List<Words.Word> cut = Words.cut(text);
    words += cut.size();
    out.add(new NumericDocValuesField(Schema.LENGTH, cut.size()));
    List<Terms.Term> terms = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      Words.Word word = cut.get(i);
      terms.add(new Terms.Term(word.term(), i, word.begin(), word.end()));
    }
    out.add(new Field(Schema.WORDS, new Terms(terms), RANKED));
    out.add(new Field(Schema.LEMMAS, new Terms(lemmas(span, cut)), PLACED));

    Marks marks = Marks.of(doc, span);
    List<Terms.Term> plain = new ArrayList<>();
    List<Terms.Term> wide = new ArrayList<>();
    for (Marks.Mark mark : marks.marks()) {
      place(mark, span, cut, plain, wide);
    }
    out.add(new Field(Schema.MARKS, new Terms(plain), PLACED));
    out.add(new Field(Schema.SPANS, new Terms(wide), PLACED));
    marks.values().forEach(value -> facet(out, value.facet(), value.value()));
    return out;
  }

  /** Dictionary forms at their words' positions; a word that no token explains is its own. */
  private List<Terms.Term> lemmas(Span sentence, List<Words.Word> cut) {
    List<Token> tokens = doc.within(Layer.TOKENS, sentence);
    List<Terms.Term> terms = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < cut.size(); i++) {
      Words.Word word = cut.get(i);
      int begin = sentence.begin() + word.begin();
      while (next < tokens.size() && tokens.get(next).span().end() <= begin) {
        next++;
      }
      String lemma = "";
      if (next < tokens.size() && tokens.get(next).span().begin() <= begin) {
        List<String> parts = Words.terms(tokens.get(next).lemma());
        // of a token that is several words, each word has its part of the lemma
        int part = Words.cut(doc.text().substring(tokens.get(next).span().begin(), begin)).size();
        lemma = part < parts.size() ? parts.get(part) : "";
      }
      terms.add(new Terms.Term(lemma.isEmpty() ? word.term() : lemma, i, word.begin(), word.end()));
    }
    return terms;
  }

  /** Puts a mark on the words that it covers. */
  private static void place(
      Marks.Mark mark,
      Span sentence,
      List<Words.Word> cut,
      List<Terms.Term> plain,
      List<Terms.Term> wide) {
    int begin = mark.span().begin() - sentence.begin();
    int end = mark.span().end() - sentence.begin();
    int first = 0;
    while (first < cut.size() - 1 && cut.get(first).end() <= begin) {
      first++;
    }
    int last = first;
    while (last < cut.size() - 1 && cut.get(last + 1).begin() < end) {
      last++;
    }
    int from = cut.isEmpty() ? 0 : cut.get(first).begin();
    int to = cut.isEmpty() ? 0 : cut.get(last).end();
    plain.add(new Terms.Term(mark.term(), first, from, to));
    wide.add(new Terms.Term(Schema.span(mark.term(), last - first + 1), first, from, to));
  }

  /** What every entry has: the document's facts, so that no query needs to join. */
  private void common(Document out, String entry) {
    term(out, Schema.ENTRY, entry);
    term(out, Schema.ID, doc.id().value());
    out.add(new SortedDocValuesField(Schema.ID, new BytesRef(doc.id().value())));
    phrase(out, Schema.TITLE, title);
    phrase(out, Schema.BODY, body);
    term(out, Schema.SYMBOL, fold(metadata.symbol()));
    term(out, Schema.SOURCE, fold(metadata.source()));
    term(out, Schema.LANGUAGE, metadata.language());
    term(out, Schema.SOURCE_TYPE, metadata.sourceType().id());
    term(out, Schema.LEGAL_STATUS, fold(metadata.legalStatus()));
    for (String id : Schema.withAncestors(voice)) {
      term(out, Schema.VOICE, id);
    }
    for (String group : groups) {
      for (String id : Schema.withAncestors(group)) {
        term(out, Schema.GROUP, id);
      }
    }
    if (!metadata.date().isEmpty()) {
      int from = Dates.first(metadata.date());
      out.add(new IntPoint(Schema.FROM, from));
      out.add(new IntPoint(Schema.TO, Dates.last(metadata.date())));
      out.add(new NumericDocValuesField(Schema.FROM, from));
      facet(out, Facet.YEAR, String.valueOf(metadata.year()));
    }
    facet(out, Facet.VOICE, voice);
    groups.forEach(group -> facet(out, Facet.GROUP, group));
    facet(out, Facet.LANGUAGE, metadata.language());
    facet(out, Facet.SOURCE_TYPE, metadata.sourceType().id());
    facet(out, Facet.DOCUMENT, doc.id().value());
  }

  private static void term(Document out, String field, String value) {
    if (!value.isEmpty()) {
      out.add(new StringField(field, value, Field.Store.NO));
    }
  }

  private static void stored(Document out, String field, String value) {
    if (!value.isEmpty()) {
      out.add(new StoredField(field, value));
    }
  }

  private static void phrase(Document out, String field, List<Words.Word> words) {
    List<Terms.Term> terms = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      terms.add(new Terms.Term(words.get(i).term(), i, words.get(i).begin(), words.get(i).end()));
    }
    out.add(new Field(field, new Terms(terms), PHRASED));
  }

  private static void facet(Document out, Facet facet, String value) {
    if (!value.isEmpty()) {
      out.add(new SortedSetDocValuesField(Schema.facet(facet), new BytesRef(value)));
    }
  }

  private static String fold(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private static FieldType type(IndexOptions options, boolean norms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(!norms);
    type.freeze();
    return type;
  }
}
