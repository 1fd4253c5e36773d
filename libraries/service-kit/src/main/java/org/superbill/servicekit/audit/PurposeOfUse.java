package org.superbill.servicekit.audit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** Why somebody looks at patient data, e.g. {@code TREAT} or {@code HPAYMT} (HL7 v3 PurposeOfUse): what the trail could not keep as it was said is refused. */
@Provider
@Singleton
public class PurposeOfUse implements ContainerRequestFilter {
    static final String HEADER = "X-Purpose-Of-Use";

    private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Null where none is said in its form. */
    static @Nullable String of(@Nullable String header) {
        return header != null && PURPOSE.matcher(header).matches() ? header : null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var said = request.getHeaderString(HEADER);
        if (said != null && of(said) == null) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The purpose of use is not one",
                    new FieldError(
                            "header:" + HEADER, "pattern", "must be 1 to 40 letters, digits, underscores or hyphens"));
        }
    }
}
