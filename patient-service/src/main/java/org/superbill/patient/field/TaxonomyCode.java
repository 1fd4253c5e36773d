package org.superbill.patient.field;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A provider taxonomy code (PRV03, code source 682). Absent is valid. */
@Documented
@Target({FIELD, PARAMETER, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[0-9]{3}[0-9A-Z]{6}[XY]")
public @interface TaxonomyCode {
    String message() default "must be a taxonomy code: ten letters and digits, e.g. 207Q00000X";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
