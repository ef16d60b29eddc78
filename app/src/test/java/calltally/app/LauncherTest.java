package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, with scripts in place of Java and Maven. */
final class LauncherTest {

  private static final Instant BUILT = Instant.parse("2026-11-20T06:00:00Z");
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cut",
          "dirname",
          "env",
          "find",
          "getent",
          "grep",
          "head",
          "id",
          "locale",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "stty",
          "touch");

  @TempDir private Path folder;
  private Path home = Path.of("");
  private Path tools = Path.of("");
  private Path jvms = Path.of("");

  @BeforeEach
  void installs() throws IOException {
    home = Files.createDirectories(folder.resolve("the home"));
    tools = Files.createDirectories(folder.resolve("tools"));
    jvms = Files.createDirectories(folder.resolve("jvms"));
    Path launcher =
        Path.of(requireNonNull(System.getProperty("basedir"))).resolveSibling("calltally");
    script(
        home.resolve("calltally"),
        Files.readString(launcher)
            .replace("/usr/lib/jvm/*", jvms + "/*")
            .replace("/etc/calltally", folder + "/etc")
            .replace("/Library/Java/JavaVirtualMachines", jvms + "/none"));
    Files.createDirectories(home.resolve("sql/src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    for (String tool : TOOLS) {
      script(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(tool));
    }
  }

  @Test
  void a_missing_jdk_is_reported() throws Exception {
    assertThat(run("demo"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "Cannot build Calltally: no JDK 17 or newer found in JAVA_HOME, PATH or"
                    + " /usr/lib/jvm (Debian: apt install openjdk-17-jdk).\n"));
  }

  @Test
  void a_jre_is_not_enough_to_build() throws Exception {
    java("jre", "17.0.15");
    maven();

    assertThat(run("demo").err()).startsWith("Cannot build Calltally: no JDK 17 or newer");
  }

  @Test
  void a_jdk_older_than_17_is_not_enough_to_build() throws Exception {
    jdk("11.0.2");
    maven();

    assertThat(run("demo").err()).startsWith("Cannot build Calltally: no JDK 17 or newer");
  }

  @Test
  void a_missing_maven_is_reported() throws Exception {
    jdk("17.0.15");

    assertThat(run("demo"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "Cannot build Calltally: no mvn found in PATH; it needs Maven 3.8.7 or newer"
                    + " (Debian: apt install maven).\n"));
  }

  @Test
  void a_failed_build_prints_only_its_errors() throws Exception {
    jdk("17.0.15");
    script(tools.resolve("mvn"), "#!/bin/sh\necho noise\necho '[ERROR] no space left'\nexit 1\n");

    Outcome outcome = run("demo");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("[ERROR] no space left\n")
        .contains("Cannot build Calltally: see ")
        .doesNotContain("noise");
  }

  @Test
  void the_first_start_builds_and_passes_the_arguments_on() throws Exception {
    jdk("17.0.15");
    maven();

    Outcome outcome = run("sql", "select 1, 'a b'");

    assertThat(outcome.err())
        .isEqualTo("Building Calltally (first start only, a minute or two)…\n");
    assertThat(outcome.out()).endsWith("/app/target/calltally.jar\nsql\nselect 1, 'a b'\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void the_second_start_does_not_build() throws Exception {
    jdk("17.0.15");
    maven();
    run("demo");

    assertThat(run("demo").err()).isEmpty();

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_source_newer_than_the_jar_is_reported_and_not_built() throws Exception {
    jdk("25.0.1");
    maven();
    run("demo");
    changeSource();

    Outcome outcome = run("sql");

    assertThat(outcome.err())
        .isEqualTo("The sources are newer than the build: ./calltally --build builds again.\n");
    assertThat(outcome.out()).endsWith("/app/target/calltally.jar\nsql\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void option_build_builds_again_and_passes_the_other_arguments_on() throws Exception {
    jdk("25.0.1");
    maven();
    run("demo");
    changeSource();

    Outcome outcome = run("--build", "sql", "--build");

    assertThat(outcome.err()).isEqualTo("Building Calltally again…\n");
    assertThat(outcome.out()).endsWith("/app/target/calltally.jar\nsql\n--build\n");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void option_build_alone_runs_no_command() throws Exception {
    jdk("17.0.15");
    maven();

    assertThat(run("--build"))
        .isEqualTo(new Outcome(0, "", "Building Calltally (first start only, a minute or two)…\n"));
    assertThat(run("--build")).isEqualTo(new Outcome(0, "", "Building Calltally again…\n"));

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_jre_and_a_symbolic_link_are_enough_to_run_a_built_jar() throws Exception {
    java("jre", "17.0.15");
    Path jar = Files.createDirectories(home.resolve("app/target")).resolve("calltally.jar");
    Files.createFile(jar);
    Path link =
        Files.createSymbolicLink(tools.resolve("calltally"), Path.of("../the home/calltally"));

    Outcome outcome = run(link, "--version");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).endsWith(jar.toRealPath() + "\n--version\n");
  }

  @Test
  void an_installed_package_uses_the_configuration_and_secrets_of_the_machine() throws Exception {
    script(
        java("jre", "17.0.15").resolve("bin/java"),
        """
        #!/bin/sh
        echo "$PATH|$CALLTALLY_CONFIG|$CALLTALLY_TOKEN|$SMTP_PASSWORD|$QUOTED"
        """);
    Files.delete(home.resolve("pom.xml"));
    Files.createFile(home.resolve("calltally.jar"));
    Files.createDirectories(folder.resolve("etc"));
    Files.writeString(
        folder.resolve("etc/environment"),
        """
        # secrets
        SMTP_PASSWORD=a b=$c"d'
        QUOTED="in quotes"
        PATH=/nowhere
        no name
        BAD-NAME=x
        CALLTALLY_TOKEN=last""");

    assertThat(run("check").out())
        .isEqualTo("%s|%s/etc/calltally.yaml|last|a b=$c\"d'|in quotes\n".formatted(tools, folder));
    assertThat(run("check", "--config", "other.yaml").out()).isEqualTo(tools + "||||\n");
    assertThat(run("demo").out()).isEqualTo(tools + "||||\n");
  }

  @Test
  void the_first_demo_archives_the_classes_for_the_commands_after_it() throws Exception {
    script(
        java("jre", "17.0.15").resolve("bin/java"),
        """
        #!/bin/sh
        for argument in "$@"; do
            case $argument in
            -XX:SharedArchiveFile=*) echo "uses ${argument##*/}" ;;
            -XX:ArchiveClassesAtExit=*) echo archive >"${argument#*=}" ;;
            esac
        done
        """);
    Path target = Files.createDirectories(home.resolve("app/target"));
    Path jar = Files.createFile(target.resolve("calltally.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(BUILT));

    assertThat(run("sql").out()).isEmpty();
    assertThat(run("demo").out()).isEmpty();

    assertThat(target.resolve("classes-17.0.15+6.jsa")).hasContent("archive");
    assertThat(run("sql").out()).isEqualTo("uses classes-17.0.15+6.jsa\n");
    assertThat(run("demo").out()).isEqualTo("uses classes-17.0.15+6.jsa\n");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run("sql").out()).isEmpty();
    assertThat(target).isDirectoryNotContaining("glob:**jsa.*");
  }

  @Test
  void java_reads_and_writes_cyrillic_where_the_locale_is_not_installed() throws Exception {
    script(
        java("jre", "17.0.15").resolve("bin/java"),
        """
        #!/bin/sh
        echo "$LC_ALL|$CALLTALLY_LOCALE"
        """);
    Files.delete(home.resolve("pom.xml"));
    Files.createFile(home.resolve("calltally.jar"));

    assertThat(speaking("LC_ALL", "xx_XX.UTF-8")).isEqualTo("C.UTF-8|xx_XX.UTF-8\n");
    assertThat(speaking("LANG", "xx_XX.UTF-8")).isEqualTo("C.UTF-8|xx_XX.UTF-8\n");
    assertThat(speaking("LC_ALL", "C")).isEqualTo("C.UTF-8|C\n");
    assertThat(speaking("LC_ALL", "C.UTF-8")).isEqualTo("C.UTF-8|\n");
  }

  private String speaking(String variable, String locale) throws Exception {
    ProcessBuilder launcher = builder(home.resolve("calltally"), "check");
    launcher.environment().put(variable, locale);
    return outcome(launcher.start()).out();
  }

  @Test
  void two_first_starts_at_once_build_once_and_both_run() throws Exception {
    jdk("17.0.15");
    maven();
    Process first = start(home.resolve("calltally"), "first");
    Process second = start(home.resolve("calltally"), "second");

    assertThat(outcome(first).out()).endsWith("first\n");
    assertThat(outcome(second).out()).endsWith("second\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_lock_left_by_a_killed_build_does_not_block_the_next_one() throws Exception {
    jdk("17.0.15");
    maven();
    Process died = new ProcessBuilder("true").start();
    died.waitFor();
    Path lock = Files.createDirectories(home.resolve("app/target/building"));
    Files.writeString(lock.resolve("pid"), died.pid() + "\n");

    assertThat(run("demo").exit()).isZero();

    assertThat(lock).doesNotExist();
  }

  private void changeSource() throws IOException {
    Files.writeString(home.resolve("sql/src/main/V001__source.sql"), "select 1");
    Files.setLastModifiedTime(home.resolve("app/target/calltally.jar"), FileTime.from(BUILT));
  }

  private void jdk(String version) throws IOException {
    script(java("jdk", version).resolve("bin/javac"), "#!/bin/sh\n");
  }

  /** A Java that prints its arguments from the jar on, one per line. */
  private Path java(String name, String version) throws IOException {
    Path java = jvms.resolve(name);
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(
        java.resolve("release"),
        "JAVA_VERSION=\"%1$s\"\nJAVA_RUNTIME_VERSION=\"%1$s+6\"\n".formatted(version));
    script(
        java.resolve("bin/java"),
        """
        #!/bin/sh
        while [ "$1" != -jar ]; do shift; done
        shift
        for argument in "$@"; do echo "$argument"; done
        """);
    return java;
  }

  /** A Maven that takes a second, creates the jar and logs the call. */
  private void maven() throws IOException {
    script(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        echo "$@" >> "%s"
        sleep 1
        mkdir -p app/target
        echo jar > app/target/calltally.jar
        """
            .formatted(folder.resolve("builds")));
  }

  private int builds() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("builds"));
    assertThat(lines).containsOnly("-q -B -Dquick -DskipTests package");
    return lines.size();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Outcome run(String... arguments) throws Exception {
    return run(home.resolve("calltally"), arguments);
  }

  private Outcome run(Path launcher, String... arguments) throws Exception {
    return outcome(start(launcher, arguments));
  }

  private Process start(Path launcher, String... arguments) throws IOException {
    return builder(launcher, arguments).start();
  }

  private ProcessBuilder builder(Path launcher, String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    process.environment().clear();
    process.environment().putAll(Map.of("PATH", tools.toString(), "HOME", folder.toString()));
    return process;
  }

  private static Outcome outcome(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private record Outcome(int exit, String out, String err) {}
}
