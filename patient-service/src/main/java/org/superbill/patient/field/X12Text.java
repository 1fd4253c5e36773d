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
import org.superbill.x12.X12Characters;

/** The text has only {@link X12Characters}, so that it is refused where somebody can mend it and not when the claim is written. */
@Documented
@Target({FIELD, PARAMETER, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = X12Text.Check.class)
public @interface X12Text {
    String message() default
            "must have only characters that a claim can carry: letters A to Z without accents, digits, space and common marks, but none of ~ * : ^";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves the judgement to {@link X12Characters}. */
    final class Check implements ConstraintValidator<X12Text, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || X12Characters.canCarry(value);
        }
    }
}
