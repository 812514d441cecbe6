package dev.rapporteur.pipeline;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The components there are, by name. */
public final class Registry {

  private final SortedMap<String, Component> components = new TreeMap<>();

  /**
   * A registry of the given components.
   *
   * @throws ConfigurationException if two have one name
   */
  public Registry(Collection<? extends Component> components) {
    for (Component component : components) {
      Component other = this.components.put(component.name(), component);
      if (other != null) {
        throw new ConfigurationException(
            "two components are called '"
                + component.name()
                + "': "
                + other.getClass().getName()
                + " and "
                + component.getClass().getName());
      }
    }
  }

  /** What {@link ServiceLoader} finds on the class path. */
  public static Registry load() {
    return new Registry(
        ServiceLoader.load(Component.class, Registry.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** All components, sorted by name. */
  public Collection<Component> all() {
    return Collections.unmodifiableCollection(components.values());
  }

  /**
   * The component of that name.
   *
   * @param origin file and place that name it, to begin the message with
   * @throws ConfigurationException if there is none
   */
  public Component get(String name, String origin) {
    Component component = components.get(name);
    if (component == null) {
      throw new ConfigurationException(
          origin + ": no component '" + name + "'; there are: " + String.join(", ", names()));
    }
    return component;
  }

  /** The names, sorted. */
  public List<String> names() {
    return List.copyOf(components.keySet());
  }
}
