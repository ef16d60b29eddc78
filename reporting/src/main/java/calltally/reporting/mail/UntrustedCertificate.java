package calltally.reporting.mail;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a server's certificate is not trusted, in what is recorded as its answer. */
public final class UntrustedCertificate {

  private static final String MARK = "the certificate is not trusted: ";

  private UntrustedCertificate() {}

  /** The reason in Java's words; empty when the answer is about something else. */
  public static Optional<String> in(String answer) {
    int mark = answer.indexOf(MARK);
    return mark < 0 ? Optional.empty() : Optional.of(answer.substring(mark + MARK.length()));
  }

  /** What to record; empty when the failure is of another kind. */
  static Optional<String> in(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(UntrustedCertificate::isAboutCertificate)
        .map(cause -> MARK + cause.getMessage())
        .reduce((outer, inner) -> inner);
  }

  private static boolean isAboutCertificate(Throwable cause) {
    return cause instanceof CertificateException
        || cause instanceof CertPathBuilderException
        || cause instanceof CertPathValidatorException
        || cause instanceof SSLPeerUnverifiedException;
  }
}
