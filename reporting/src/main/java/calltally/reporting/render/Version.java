package calltally.reporting.render;

import java.util.ResourceBundle;

/** The version of Calltally, as the build wrote it down. */
final class Version {

  private Version() {}

  static String current() {
    return ResourceBundle.getBundle("calltally.reporting.render.version").getString("version");
  }
}
