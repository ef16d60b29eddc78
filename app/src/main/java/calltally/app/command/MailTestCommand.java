package calltally.app.command;

import calltally.app.check.MailFailure;
import calltally.app.configuration.MailEntry;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.Message;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.SendMail;
import calltally.reporting.mail.SendResult;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a test mail the way reports are sent. */
@Command(
    name = "mail-test",
    description = "Sends a test mail the way reports are sent, and prints the server's answer.",
    mixinStandardHelpOptions = true)
final class MailTestCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "ADDRESS", description = "The recipient.")
  private String address = "";

  MailTestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    MailEntry mail = options.settings(context).configuration().mail();
    if (mail == null) {
      throw new CommandFailedException("mail.unset");
    }
    SendResult result = new SendMail(mail.server()).send(words(mail, recipient(mail)));
    if (result instanceof SendResult.Taken) {
      context
          .out()
          .println(
              context.texts().text("mail.accepted", mail.server().toString(), result.answer()));
      return ExitCode.OK;
    }
    MailFailure failure = new MailFailure(mail.server(), result.answer());
    context
        .err()
        .println(
            result instanceof SendResult.Unreachable
                ? context.texts().text("mail.unreachable", failure.reason(), failure.advice())
                : context.texts().text("mail.refused", result.answer()));
    return ExitCode.SOFTWARE;
  }

  private MailAddress recipient(MailEntry mail) {
    MailAddress recipient;
    try {
      recipient = MailAddress.parse(address);
    } catch (IllegalArgumentException e) {
      throw new UsageException(spec.commandLine(), Message.of("usage.recipient", address));
    }
    if (!mail.allows(recipient)) {
      throw new UsageException(
          spec.commandLine(), Message.of("usage.domain", recipient.toString()));
    }
    return recipient;
  }

  private calltally.reporting.mail.Mail words(MailEntry mail, MailAddress recipient) {
    return new calltally.reporting.mail.Mail(
        mail.from(),
        recipient,
        List.of(recipient),
        UUID.randomUUID() + "@" + mail.from().domain(),
        context.clock().instant().atZone(context.zone()),
        calltally.reporting.mail.Mail.Content.of(
            context.texts().text("mail.subject"), context.texts().text("mail.words") + "\n"),
        mail.unsubscribe() == null ? null : mail.unsubscribe().toString());
  }
}
