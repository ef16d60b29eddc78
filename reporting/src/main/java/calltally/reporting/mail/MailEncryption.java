package calltally.reporting.mail;

import java.util.Locale;

/** How the connection to a mail server is encrypted. */
public enum MailEncryption {
  /** Encrypted by STARTTLS; a server without it gets no mail. */
  STARTTLS,
  /** Encrypted from the start. */
  TLS,
  /** Not encrypted: for a relay on the same machine or network. */
  NONE;

  /** The word in the configuration. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
