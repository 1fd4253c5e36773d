package org.superbill.patient.field;

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
import org.jspecify.annotations.Nullable;

/** The text is an {@link Npi}. Absent is valid. */
@Documented
@Target({FIELD, PARAMETER, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = ValidNpi.Check.class)
public @interface ValidNpi {
    String message() default "must be an NPI: ten digits with a right check digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves the judgement to {@link Npi}. */
    final class Check implements ConstraintValidator<ValidNpi, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || Npi.isValid(value);
        }
    }
}
