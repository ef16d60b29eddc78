package calltally.ingest.file;

import calltally.exchange.text.PhoneNumber;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Numbers that are known as the company's: those of its managers and lines.
 *
 * @param numbers in normal form
 * @param region of national numbers
 */
public record CompanyNumbers(Set<String> numbers, String region) {

  /** None is known. */
  public static final CompanyNumbers NONE = new CompanyNumbers(Set.of(), "ZZ");

  public CompanyNumbers {
    numbers = Set.copyOf(numbers);
  }

  /** These and some more, as somebody has written them. */
  CompanyNumbers and(Collection<String> written) {
    Set<String> all = new HashSet<>(numbers);
    all.addAll(
        written.stream()
            .flatMap(number -> PhoneNumber.normalise(number, region).stream())
            .collect(Collectors.toSet()));
    return new CompanyNumbers(all, region);
  }

  /** Whether the number is one of them, however it is written. */
  boolean include(String party) {
    return PhoneNumber.normalise(party, region).filter(numbers::contains).isPresent();
  }

  /** Whether the text holds a number at all; a withheld one does not. */
  boolean isNumber(String party) {
    return PhoneNumber.normalise(party, region).isPresent();
  }
}
