package org.superbill.billing.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.events.PayerChanged;

/** What is agreed with a payer; a test says where that differs from what the guides allow. */
public final class AgreedTerms {
    private @Nullable String professionalForm;
    private @Nullable Boolean acceptsSecondaryElectronically;
    private @Nullable List<String> enrolmentRequired;
    private @Nullable List<PayerChanged.Enrolment> enrolments;
    private @Nullable Integer mostDiagnoses;
    private @Nullable Integer mostLines;
    private @Nullable String memberIdPattern;
    private @Nullable List<PayerChanged.AuthorizationFor> authorizationFor;
    private final List<PayerChanged.Gathering> gathers = new ArrayList<>();

    public AgreedTerms professionalForm(String form) {
        professionalForm = form;
        return this;
    }

    /** Claims after another payer's are mailed. */
    public AgreedTerms secondaryOnPaper() {
        acceptsSecondaryElectronically = false;
        return this;
    }

    /** Claims need an enrolment, of which these are known. */
    public AgreedTerms enrolled(PayerChanged.Enrolment... known) {
        enrolmentRequired = List.of("claims");
        enrolments = List.of(known);
        return this;
    }

    public AgreedTerms mostDiagnoses(@Nullable Integer most) {
        mostDiagnoses = most;
        return this;
    }

    public AgreedTerms mostLines(@Nullable Integer most) {
        mostLines = most;
        return this;
    }

    public AgreedTerms memberIdPattern(String pattern) {
        memberIdPattern = pattern;
        return this;
    }

    public AgreedTerms authorizes(PayerChanged.AuthorizationFor... asked) {
        authorizationFor = List.of(asked);
        return this;
    }

    /** @param by {@code month} or {@code pregnancy} */
    public AgreedTerms gathers(String by, String... procedures) {
        gathers.add(new PayerChanged.Gathering(by, List.of(procedures)));
        return this;
    }

    PayerChanged.Terms build() {
        return new PayerChanged.Terms(
                professionalForm,
                null,
                null,
                null,
                null,
                acceptsSecondaryElectronically,
                null,
                enrolmentRequired,
                enrolments,
                mostDiagnoses,
                mostLines,
                memberIdPattern,
                authorizationFor,
                gathers.isEmpty() ? null : gathers,
                null,
                null,
                null);
    }
}
