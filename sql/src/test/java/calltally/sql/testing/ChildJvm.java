package calltally.sql.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Java programs that tests start in processes of their own, on the class path of the tests.
 *
 * <p>They end before the optimizing compiler, the verification of classes and random addresses for
 * archived ones would pay off.
 */
public final class ChildJvm {

  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:-UsePerfData",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote",
          "-XX:ArchiveRelocationMode=0");

  /** Newer versions of Java warn about native access and Unsafe. */
  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private ChildJvm() {}

  /** The class path of the tests; under Maven their own one names a single jar. */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The command that runs a class. */
  public static List<String> command(List<String> options, Class<?> main, String... arguments) {
    return command(
        ClassArchive.inOrder(classPath()),
        Stream.concat(Archive.OF_TESTS.options(JAVA).stream(), options.stream()).toList(),
        main,
        arguments);
  }

  /** The command that runs a class from another class path. */
  public static List<String> command(
      String classPath, List<String> options, Class<?> main, String... arguments) {
    return Stream.of(
            JAVA,
            Runtime.version().feature() < 24 ? List.<String>of() : QUIET,
            options,
            List.of("-cp", classPath, main.getName()),
            List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }

  private static final class Archive {
    static final ClassArchive OF_TESTS = ClassArchive.of(classPath());
  }
}
