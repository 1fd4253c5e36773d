package org.superbill.servicekit.security;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.superbill.servicekit.ids.Ids;

/** What our tokens say, beyond the standard's claims. */
public final class Tokens {
    /** Who can be named in the audit trail, and is nobody else there: OpenID Connect allows 255 characters (Core, section 2). */
    public static final String SUBJECT = "(?! )[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1,255}(?<! )";

    private static final Pattern SUBJECT_PATTERN = Pattern.compile(SUBJECT);

    private Tokens() {}

    static boolean hasSubject(JsonWebToken token) {
        return token.getSubject() != null
                && SUBJECT_PATTERN.matcher(token.getSubject()).matches();
    }

    /** @throws IllegalArgumentException when the claim is there and not a UUID */
    static Optional<UUID> organization(JsonWebToken token) {
        return Optional.ofNullable(token.getClaim("organization")).map(claim -> uuid("organization", claim));
    }

    /**
     * For which practitioners the bearer may speak: who they are ({@code practitioner}) and whom they stand in for ({@code covers_for}, a list or one). Both are ids of
     * practitioners of the organization, and both may be absent.
     *
     * @throws IllegalArgumentException when one is there and not a UUID
     */
    static Set<UUID> practitioners(JsonWebToken token) {
        var practitioners = new HashSet<UUID>();
        if (token.getClaim("practitioner") != null) {
            practitioners.add(uuid("practitioner", token.getClaim("practitioner")));
        }
        Object covered = token.getClaim("covers_for");
        if (covered instanceof Collection<?> others) {
            others.forEach(other -> practitioners.add(uuid("practitioner", other)));
        } else if (covered != null) {
            practitioners.add(uuid(
                    "practitioner",
                    covered)); // providers write one value plainly; unread it would leave the bearer unbound
        }
        return Set.copyOf(practitioners);
    }

    private static UUID uuid(String what, Object claim) {
        return Ids.read(text(claim))
                .orElseThrow(() -> new IllegalArgumentException("The %s of a token is not a UUID".formatted(what)));
    }

    /** What the token's roles permit; of a program exactly its scope, whatever roles it has beside. */
    static Set<String> permissions(JsonWebToken token) {
        var withOrganization = organization(token).isPresent();
        var roles = roles(token);
        var permissions = new TreeSet<String>();
        if (!roles.contains(Role.SYSTEM)) {
            roles.forEach(role -> permissions.addAll(role.permissions()));
        } else if (token.getClaim("scope") != null) {
            Permissions.split(text(token.getClaim("scope"))).forEach(permissions::add);
        }
        permissions.removeIf(permission -> !Permissions.fits(permission, withOrganization));
        return permissions;
    }

    /** The roles of ours that the token names; beside that of a program none counts. */
    static Set<Role> roles(JsonWebToken token) {
        Set<Role> roles = token.getClaim("roles") instanceof Collection<?> names
                ? names.stream().flatMap(name -> Role.of(text(name)).stream()).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return roles.contains(Role.SYSTEM) ? Set.of(Role.SYSTEM) : roles;
    }

    private static String text(Object claim) {
        return claim instanceof JsonString json ? json.getString() : claim.toString();
    }
}
