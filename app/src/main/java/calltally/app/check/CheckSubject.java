package calltally.app.check;

import calltally.app.terminal.Message;
import java.util.Locale;

/** What is checked, in the order of checking. */
public enum CheckSubject {
  CONFIGURATION,
  JAVA,
  DISK,
  SPOOL,
  PORT,
  PAGE,
  MAIL,
  BACKUP,
  DATABASE,
  SERVER,
  CLOCK,
  SCHEMA,
  ZONES,
  GRANTS,
  PARTITIONS,
  RETENTION,
  REFRESH,
  SUMS,
  FEED,
  REJECTED,
  DELIVERIES,
  HANDOVER,
  ALARMS;

  Message word() {
    return Message.of("check.subject." + name().toLowerCase(Locale.ROOT));
  }
}
