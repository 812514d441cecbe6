package dev.rapporteur.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The annotations of a document by layer, each layer sorted by span; immutable.
 *
 * <p>A layer that was written but is empty is there ({@link #has}), which a layer that nobody wrote
 * is not.
 */
public final class Layers {

  private static final Layers NONE = new Layers(Map.of());
  private static final Comparator<Annotation> BY_SPAN = Comparator.comparing(Annotation::span);

  private record Content(List<? extends Annotation> annotations, Set<Stamp> stamps) {}

  private final Map<Layer<?>, Content> contents;

  private Layers(Map<Layer<?>, Content> contents) {
    this.contents = contents;
  }

  /** No layer at all. */
  public static Layers none() {
    return NONE;
  }

  /** One layer; the annotations are copied and sorted by span, equal spans in the order given. */
  public static <A extends Annotation> Layers of(
      Layer<A> layer, Collection<? extends A> annotations) {
    return NONE.and(layer, annotations);
  }

  /** These layers and more annotations of one layer. */
  public <A extends Annotation> Layers and(Layer<A> layer, Collection<? extends A> annotations) {
    return merge(layer, annotations, Set.of());
  }

  /** These layers and the other ones; of a layer in both, the annotations of both. */
  public Layers and(Layers other) {
    Layers all = this;
    for (Layer<?> layer : other.contents.keySet()) {
      all = all.adopt(layer, other, other.stamps(layer));
    }
    return all;
  }

  /** The same annotations, each layer marked as written by {@code stamp}. */
  public Layers stamped(Stamp stamp) {
    Layers all = NONE;
    for (Layer<?> layer : contents.keySet()) {
      all = all.adopt(layer, this, Set.of(stamp));
    }
    return all;
  }

  /** These layers without one. */
  public Layers without(Layer<?> layer) {
    Map<Layer<?>, Content> copy = new LinkedHashMap<>(contents);
    copy.remove(layer);
    return new Layers(copy);
  }

  /** Whether the layer was written, be it empty. */
  public boolean has(Layer<?> layer) {
    return contents.containsKey(layer);
  }

  /** The layers that were written. */
  public Set<Layer<?>> layers() {
    return java.util.Collections.unmodifiableSet(contents.keySet());
  }

  /** Who wrote a layer; empty for one that nobody wrote or that was made by hand. */
  public Set<Stamp> stamps(Layer<?> layer) {
    Content content = contents.get(layer);
    return content == null ? Set.of() : content.stamps;
  }

  /** All annotations of a layer, sorted by span; empty where nobody wrote the layer. */
  @SuppressWarnings("unchecked") // and() lets only A into a layer of A
  public <A extends Annotation> List<A> get(Layer<A> layer) {
    Content content = contents.get(layer);
    return content == null ? List.of() : (List<A>) content.annotations;
  }

  /**
   * The annotations of a layer that lie wholly within a span, in order.
   *
   * <p>Logarithmic in the layer's size plus what begins in the span.
   */
  public <A extends Annotation> List<A> within(Layer<A> layer, Span span) {
    List<A> all = get(layer);
    int from = firstAtOrAfter(all, span.begin());
    int to = from;
    boolean contiguous = true;
    while (to < all.size() && all.get(to).span().begin() <= span.end()) {
      contiguous &= span.contains(all.get(to).span());
      to++;
    }
    if (contiguous) {
      return all.subList(from, to);
    }
    List<A> inside = new ArrayList<>();
    for (A a : all.subList(from, to)) {
      if (span.contains(a.span())) {
        inside.add(a);
      }
    }
    return inside;
  }

  /** Index of the first annotation that begins at or behind an offset; the size if none does. */
  public static int firstAtOrAfter(List<? extends Annotation> sorted, int offset) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).span().begin() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private <A extends Annotation> Layers adopt(Layer<A> layer, Layers from, Set<Stamp> stamps) {
    return merge(layer, from.get(layer), stamps);
  }

  private <A extends Annotation> Layers merge(
      Layer<A> layer, Collection<? extends A> annotations, Set<Stamp> stamps) {
    List<A> all = new ArrayList<>(get(layer));
    for (A a : annotations) {
      all.add(layer.type().cast(a));
    }
    all.sort(BY_SPAN);
    Set<Stamp> marks = new LinkedHashSet<>(stamps(layer));
    marks.addAll(stamps);
    Map<Layer<?>, Content> copy = new LinkedHashMap<>(contents);
    copy.put(layer, new Content(List.copyOf(all), java.util.Collections.unmodifiableSet(marks)));
    return new Layers(copy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layers that && contents.equals(that.contents);
  }

  @Override
  public int hashCode() {
    return contents.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    contents.forEach(
        (layer, content) ->
            out.append(out.isEmpty() ? "" : ", ")
                .append(layer.name())
                .append(' ')
                .append(content.annotations.size()));
    return "{" + out + "}";
  }
}
