package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.reporting.report.CustomerNumbers;
import calltally.web.user.PasswordHash;
import calltally.web.user.Role;
import calltally.web.user.User;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who may log in to the page, and what they see. */
final class UserEntries {

  private static final ValueRule<Role> ROLE = ValueRule.of(Role.values());

  private final List<String> sources;
  private final Set<String> names = new HashSet<>();

  UserEntries(List<SourceEntry> sources) {
    this.sources = sources.stream().map(SourceEntry::name).distinct().toList();
  }

  List<User> from(YamlValue entry) {
    return entry.items().stream().map(this::user).filter(Objects::nonNull).toList();
  }

  /** Null after a problem. */
  private @Nullable User user(YamlValue entry) {
    int before = entry.problems();
    YamlValue user =
        entry.mapping(
            "name",
            "password_hash",
            "role",
            "department",
            "manager",
            "sources",
            "mask_numbers",
            "lang");
    String name = user.get("name").required(ValueRule.USER, "");
    if (!name.isEmpty() && !names.add(name)) {
      user.get("name").refuse(Message.of("configuration.user.name", name));
    }
    user.get("password_hash").requirePresent();
    PasswordHash password = user.get("password_hash").orNull(ValueRule.PASSWORD_HASH);
    Role role = user.get("role").required(ROLE, Role.ALL);
    String department = subject(user.get("department"), role == Role.DEPARTMENT, role);
    String manager = subject(user.get("manager"), role == Role.MANAGER, role);
    List<String> own = sources(user.get("sources"));
    CustomerNumbers numbers = numbers(user.get("mask_numbers"), role);
    String language = user.get("lang").orNull(ValueRule.anyOf("en", "ru"));
    if (entry.problems() > before || password == null) {
      return null;
    }
    return new User(
        name,
        password,
        role,
        department,
        manager,
        own,
        numbers,
        language == null ? null : Locale.forLanguageTag(language));
  }

  /** The department or manager of a role that has one. */
  private static @Nullable String subject(YamlValue entry, boolean isOfRole, Role role) {
    if (isOfRole) {
      entry.requirePresent();
    } else if (!entry.isAbsent()) {
      entry.refuse(Message.of("configuration.user.role", role.toString()));
    }
    return entry.orNull(ValueRule.TEXT);
  }

  private List<String> sources(YamlValue entry) {
    if (entry.isAbsent()) {
      if (sources.size() > 1) {
        entry.refuse(Message.of("configuration.user.sources", String.join(", ", sources)));
      }
      return sources;
    }
    List<String> own = entry.all(ValueRule.NAME);
    if (own.isEmpty() || !sources.containsAll(own)) {
      entry.refuse(Message.of("configuration.user.sources", String.join(", ", sources)));
    }
    return own;
  }

  /** A manager never sees them; the head of a department only where the entry says so. */
  private static CustomerNumbers numbers(YamlValue entry, Role role) {
    boolean isMasked = entry.or(ValueRule.YES_OR_NO, role != Role.ALL);
    if (role == Role.MANAGER && !isMasked) {
      entry.refuse(Message.of("configuration.user.masked"));
    }
    return isMasked ? CustomerNumbers.MASKED : CustomerNumbers.SHOWN;
  }
}
