package calltally.sql.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user other than root: nobody when root runs the tests, else the current user.
 *
 * @param prefix words that make a command run as that user
 * @param classPath class path of the tests, readable by that user
 * @param id user id
 */
record OrdinaryUser(List<String> prefix, String classPath, int id) {

  private static final int NOBODY = 65534;

  static OrdinaryUser forTests(Path folder) throws IOException {
    int self = ownerOf(folder);
    String classPath = System.getProperty("java.class.path");
    if (self != 0) {
      return new OrdinaryUser(List.of(), classPath, self);
    }
    List<String> prefix =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    return new OrdinaryUser(prefix, readable(classPath, folder), NOBODY);
  }

  static int ownerOf(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }

  void ownAllOf(DataFolder folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.path())) {
      for (Path file : files.toList()) {
        own(file);
      }
    }
  }

  void own(Path file) throws IOException {
    if (!prefix.isEmpty()) {
      Files.setAttribute(file, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Copies root's own folders, which other users cannot read. */
  private static String readable(String classPath, Path folder) throws IOException {
    List<String> copies = new ArrayList<>();
    for (String part : classPath.split(File.pathSeparator, -1)) {
      Path copy = folder.resolve("classpath-" + copies.size() + "-" + Path.of(part).getFileName());
      DataFolder.copyTree(Path.of(part), copy);
      open(copy);
      copies.add(copy.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void open(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
