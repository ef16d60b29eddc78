package calltally.web.user;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everyone who may log in. */
public final class Users {

  private final PasswordHash ofNobody = PasswordHash.random();
  private volatile Map<String, User> byName;

  public Users(Collection<User> users) {
    byName = named(users);
  }

  /** Lets these log in from now on, and nobody else: sessions of others end. */
  public void replace(Collection<User> users) {
    byName = named(users);
  }

  private static Map<String, User> named(Collection<User> users) {
    return users.stream().collect(toUnmodifiableMap(User::name, Function.identity()));
  }

  public Optional<User> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The user with that password; an unknown name takes as long as a wrong password. */
  public Optional<User> withPassword(String name, String password) {
    User user = byName.get(name);
    boolean matches = (user == null ? ofNobody : user.password()).matches(password);
    return matches && user != null ? Optional.of(user) : Optional.empty();
  }
}
