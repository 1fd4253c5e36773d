package org.superbill.patient.payer;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression over letters, digits, classes of them and counts, without groups and with at most three open counts, so that no
 * member id can keep its matching busy. Absent is valid.
 */
@Documented
@Target({FIELD, PARAMETER, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = MemberIdPattern.Check.class)
@interface MemberIdPattern {
    String message() default
            "must be a pattern of letters, digits, classes and counts with at most three open counts, e.g. [A-Z]{3}[0-9]{9}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges the form, then lets the JDK compile it. */
    final class Check implements ConstraintValidator<MemberIdPattern, String> {
        private static final int LONGEST =
                100; // else the JDK's compiler, which works in depth, comes to the end of its stack

        private static final Pattern FORM = Pattern.compile(
                "((\\[[0-9A-Z-]+]|[0-9A-Z-]|\\\\d)([?+*]|\\{[0-9]{1,2}(,[0-9]{0,2})?})?|\\|)++"); // possessive: no
        // stack
        private static final Pattern OPEN_COUNT = Pattern.compile("[?+*]|,[0-9]*}");

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            if (value.length() > LONGEST
                    || !FORM.matcher(value).matches()
                    || OPEN_COUNT.matcher(value).results().count() > 3) {
                return false;
            }
            try {
                Pattern.compile(value);
                return true;
            } catch (PatternSyntaxException e) {
                return false;
            }
        }
    }
}
