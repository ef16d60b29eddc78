package calltally.reporting.render;

import java.util.ResourceBundle;

/** The version of Calltally, written by the build. */
public final class Version {

  private Version() {}

  public static String current() {
    return ResourceBundle.getBundle("calltally.reporting.render.version").getString("version");
  }
}
