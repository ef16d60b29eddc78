package calltally.reporting.mail;

import java.util.Locale;

/** How what is said to a mail server is kept from others. */
public enum MailEncryption {
  /** Encrypted once both have greeted; a server that cannot is not mailed to. */
  STARTTLS,
  /** Encrypted from the start. */
  TLS,
  /** Not at all: for a relay on the same machine or network. */
  NONE;

  /** As the configuration writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
