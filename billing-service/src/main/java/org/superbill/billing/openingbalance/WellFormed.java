package org.superbill.billing.openingbalance;

import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.superbill.servicekit.problem.FieldError;

/**
 * What of an import can be looked at further, though some of it is not written as it has to be: so that all that is wrong is told at once. Pure.
 *
 * @param balances without what is malformed
 * @param malformed how it is
 */
record WellFormed(OpeningBalances balances, List<FieldError> malformed, List<Integer> claims, List<Integer> patients) {
    private static final Pattern PLACE = Pattern.compile("/(claims|patients)/([0-9]+)(.*)", Pattern.DOTALL);
    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");

    static WellFormed of(OpeningBalances wanted, Collection<ConstraintViolation<OpeningBalances>> violations) {
        var malformed = violations.stream().map(WellFormed::error).toList();
        var claims = sound(wanted.claims().size(), "claims", malformed);
        var patients = sound(wanted.patients().size(), "patients", malformed);
        return new WellFormed(
                new OpeningBalances(
                        wanted.formerSystem(),
                        wanted.asOf(),
                        claims.stream().map(wanted.claims()::get).toList(),
                        patients.stream().map(wanted.patients()::get).toList()),
                malformed,
                claims,
                patients);
    }

    private static List<Integer> sound(int size, String list, List<FieldError> malformed) {
        var wrong = new HashSet<Integer>();
        for (var error : malformed) {
            var place = PLACE.matcher(error.pointer());
            if (place.matches() && place.group(1).equals(list)) {
                wrong.add(Integer.parseInt(place.group(2)));
            }
        }
        var sound = new ArrayList<Integer>();
        for (var i = 0; i < size; i++) {
            if (!wrong.contains(i)) {
                sound.add(i);
            }
        }
        return sound;
    }

    private static FieldError error(ConstraintViolation<OpeningBalances> violation) {
        var pointer = new StringBuilder();
        violation.getPropertyPath().forEach(node -> {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) { // an element of a list has none
                pointer.append('/').append(node.getName());
            }
        });
        var rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(
                pointer.toString(), REQUIRED.contains(rule) ? "required" : "invalid", violation.getMessage());
    }

    /** Where it stands in what was sent. */
    FieldError asSent(FieldError error) {
        var place = PLACE.matcher(error.pointer());
        if (!place.matches()) {
            return error;
        }
        var sent = place.group(1).equals("claims") ? claims : patients;
        return new FieldError(
                "/%s/%d%s".formatted(place.group(1), sent.get(Integer.parseInt(place.group(2))), place.group(3)),
                error.code(),
                error.message());
    }
}
