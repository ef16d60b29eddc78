package calltally.app.command;

import calltally.app.demo.DemoFolder;
import calltally.app.demo.DemoRun;
import calltally.app.demo.dialect.Dialect;
import calltally.app.demo.dialect.Dialects;
import calltally.app.demo.exchange.DemoCompany;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.exchange.Exchanges;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows everything with a simulated company, in a folder of its own. */
@Command(
    name = "demo",
    description =
        "Shows everything in ./demo: a simulated exchange posts a working week, and Calltally"
            + " makes the daily report.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final Path FOLDER = Path.of("demo");

  private final CommandContext context;

  @Option(
      names = "--mail",
      description =
          "Also mails the report, over SMTP to the demo's own server, which stores it in demo/mail.")
  private boolean isMailed;

  @Option(
      names = "--web",
      description = "Also shows the page of the week's Friday in a browser, until Ctrl-C.")
  private boolean isShown;

  @Option(
      names = "--exchange",
      paramLabel = "NAME",
      defaultValue = Exchanges.DEFAULT_NAME,
      description =
          "Whose notifications the simulated exchange posts: asterisk, itoolabs, mango, sipsim, uis"
              + " or zadarma (default: sipsim).")
  private String exchange = Exchanges.DEFAULT_NAME;

  DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Dialect> dialect = dialect();
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      DemoRun demo = demo(shutdown);
      dialect.ifPresent(demo::speak);
      boolean isTrue = demo.run();
      if (isShown) {
        new CountDownLatch(1).await();
      }
      return isTrue ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private DemoRun demo(Shutdown shutdown) {
    DemoFolder folder = new DemoFolder(context.folder().resolve(FOLDER));
    DemoRun demo = new DemoRun(context, folder, company(), shutdown);
    if (isMailed) {
      demo.mailReports();
    }
    if (isShown) {
      demo.showPage();
    }
    return demo;
  }

  /** Empty for the notifications of the definitions. */
  private Optional<Dialect> dialect() {
    return exchange.equals(Exchanges.DEFAULT_NAME)
        ? Optional.empty()
        : Optional.of(Dialects.of(exchange).orElseThrow(this::unknownExchange));
  }

  private CommandFailedException unknownExchange() {
    List<String> known =
        Stream.concat(
                Dialects.all().stream().map(Dialect::exchange), Stream.of(Exchanges.DEFAULT_NAME))
            .sorted()
            .toList();
    return CommandFailedException.unknownName("exchange.unknown", exchange, known);
  }

  private SimulatedCompany company() {
    return context.texts().locale().getLanguage().equals("ru")
        ? DemoCompany.inRussian()
        : DemoCompany.inEnglish();
  }
}
