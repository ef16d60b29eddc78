package calltally.app;

import calltally.app.demo.DemoFolder;
import calltally.app.demo.exchange.DemoCompany;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows everything on a simulated company, in a folder of its own. */
@Command(
    name = "demo",
    description =
        "Shows everything, in ./demo: a simulated exchange posts a working week, the daily report"
            + " comes out.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final Path FOLDER = Path.of("demo");

  private final Shell shell;

  @Option(
      names = "--mail",
      description =
          "Mails the report too, over SMTP to a server of its own, which puts it into demo/mail.")
  private boolean isMailed;

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    DemoFolder folder = new DemoFolder(shell.folder().resolve(FOLDER));
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Demo demo = new Demo(shell, folder, DemoCompany.inEnglish(), shutdown);
      if (isMailed) {
        demo.mailReports();
      }
      return demo.run() ? Calltally.DONE : Calltally.FAILED;
    }
  }
}
