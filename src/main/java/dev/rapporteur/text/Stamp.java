package dev.rapporteur.text;

/**
 * The component and version that wrote annotations into a layer.
 *
 * @param component the component's name in pipeline files
 * @param version its version
 */
public record Stamp(String component, String version) {

  @Override
  public String toString() {
    return component + "/" + version;
  }
}
