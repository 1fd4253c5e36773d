package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Authorized;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FacilityDiagnoses;
import org.superbill.billing.reference.FacilityStay;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;

/**
 * What a claim says besides its lines, as it would be sent or was.
 *
 * @param authorizations and referrals
 * @param dates of the illness, an accident, a stay and the statement; those of services stand with the lines
 */
@Schema(name = "ClaimSays")
record ClaimSays(
        List<Diagnosis> diagnoses, List<Provider> providers, List<Authorization> authorizations, List<Day> dates) {
    /** Whose visits alone say when the stay began and ended, on a professional claim. */
    private static final String INPATIENT = "inpatient";

    /**
     * A diagnosis in the order of the claim.
     *
     * @param place that lines point to; absent of a facility's claim, whose lines point to none
     * @param code ICD-10-CM without the dot
     * @param qualifier of HI: {@code ABK} principal or first-listed, {@code ABF} other, {@code ABN} external cause
     */
    @Schema(name = "ClaimDiagnosis")
    record Diagnosis(
            @Nullable Integer place,
            @Schema(examples = "J029") String code,
            @Schema(examples = "ABK") String qualifier,
            @Nullable String presentOnAdmission) {}

    /**
     * Who is named.
     *
     * @param role {@code rendering}, {@code attending}, {@code operating}, {@code other-operating}, {@code referring}, {@code supervising},
     *     {@code ordering} or {@code purchased}
     * @param lineNumber where a line names them and not the claim
     */
    @Schema(name = "ClaimProvider")
    record Provider(
            @Schema(examples = "rendering") String role,
            @Nullable Integer lineNumber,
            String npi,
            @Nullable String lastName,
            @Nullable String firstName) {}

    /**
     * REF*G1 or REF*9F.
     *
     * @param kind {@code authorization} or {@code referral}
     * @param lineNumber where a line names it and not the claim
     */
    @Schema(name = "ClaimAuthorization")
    record Authorization(
            @Schema(examples = "authorization") String kind,
            String number,
            @Nullable Integer lineNumber) {}

    /**
     * A day, or the first and the last of several.
     *
     * @param kind {@code statement}, {@code admission}, {@code discharge}, {@code accident}, or as it was said with the encounter, e.g. {@code onset}
     */
    @Schema(name = "ClaimDay")
    record Day(
            @Schema(examples = "onset") String kind,
            LocalDate date,
            @Nullable LocalDate through) {}

    static ClaimSays of(ClaimFacts facts) {
        return new ClaimSays(
                facts.isInstitutional() ? ofFacility(facts.encounter()) : diagnoses(facts.encounter()),
                Stream.concat(ofClaim(facts), facts.encounter().lines().stream().flatMap(line -> ofLine(facts, line)))
                        .toList(),
                authorizations(facts),
                dates(facts));
    }

    private static List<Diagnosis> diagnoses(EncounterCoded encounter) {
        var codes = encounter.diagnoses();
        return IntStream.range(0, codes.size())
                .mapToObj(at -> new Diagnosis(at + 1, codes.get(at), at == 0 ? "ABK" : "ABF", null))
                .toList();
    }

    private static List<Diagnosis> ofFacility(EncounterCoded encounter) {
        var parted = FacilityDiagnoses.of(encounter);
        var all = new ArrayList<Diagnosis>();
        parted.diagnoses()
                .forEach(coded -> all.add(
                        new Diagnosis(null, coded.code(), all.isEmpty() ? "ABK" : "ABF", coded.presentOnAdmission())));
        parted.externalCauses()
                .forEach(coded -> all.add(new Diagnosis(null, coded.code(), "ABN", coded.presentOnAdmission())));
        return List.copyOf(all);
    }

    private static Stream<Provider> ofClaim(ClaimFacts facts) {
        var details = facts.encounter().details();
        var stay = details.institutional();
        var named = facts.isInstitutional() && stay != null
                ? Stream.of(
                        named(
                                "attending",
                                null,
                                stay.attendingProvider() == null ? facts.rendering() : stay.attendingProvider()),
                        named("operating", null, stay.operatingProvider()),
                        named("other-operating", null, stay.otherOperatingProvider()),
                        named("referring", null, details.referringProvider()))
                : Stream.of(
                        named("rendering", null, facts.rendering()),
                        named("referring", null, details.referringProvider()),
                        named("supervising", null, details.supervisingProvider()));
        return named.filter(Objects::nonNull);
    }

    private static Stream<Provider> ofLine(ClaimFacts facts, EncounterCoded.Line line) {
        var more = line.more();
        var number = line.lineNumber();
        var rendering = named("rendering", number, facts.renderingOf(line).orElse(null));
        if (facts.isInstitutional()) { // whose lines name nobody else
            return Stream.ofNullable(rendering);
        }
        var purchased = more.purchasedService();
        return Stream.of(
                        rendering,
                        named("ordering", number, more.orderingProvider()),
                        named("referring", number, more.referringProvider()),
                        named("supervising", number, more.supervisingProvider()),
                        purchased == null ? null : new Provider("purchased", number, purchased.npi(), null, null))
                .filter(Objects::nonNull);
    }

    private static @Nullable Provider named(
            String role, @Nullable Integer lineNumber, ClaimDetails.@Nullable Provider provider) {
        return provider == null
                ? null
                : new Provider(role, lineNumber, provider.npi(), provider.lastName(), provider.firstName());
    }

    private static List<Authorization> authorizations(ClaimFacts facts) {
        var all = new ArrayList<Authorization>();
        for (var referral : new boolean[] {false, true}) {
            var kind = referral ? "referral" : "authorization";
            var ofClaim = referral ? facts.referralNumber() : facts.authorizationNumber();
            if (ofClaim != null) {
                all.add(new Authorization(kind, ofClaim, null));
            } else {
                facts.authorizations().lines().stream()
                        .filter(line -> line.isReferral() == referral)
                        .map((Authorized.Line line) -> new Authorization(kind, line.number(), line.lineNumber()))
                        .forEach(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static List<Day> dates(ClaimFacts facts) {
        var encounter = facts.encounter();
        var days = new ArrayList<Day>();
        if (facts.isInstitutional()) {
            var stay = FacilityStay.of(encounter);
            days.add(new Day("statement", stay.from(), stay.through()));
        }
        if (facts.isInstitutional() || INPATIENT.equals(encounter.setting())) {
            add(days, "admission", encounter.admissionDate());
            add(days, "discharge", encounter.dischargeDate());
        }
        var accident = encounter.details().accident();
        add(days, "accident", accident == null ? null : accident.date());
        var said = encounter.details().dates();
        if (said != null) {
            said.forEach(date -> days.add(new Day(date.kind(), date.date(), date.through())));
        }
        return List.copyOf(days);
    }

    private static void add(List<Day> days, String kind, @Nullable LocalDate date) {
        if (date != null) {
            days.add(new Day(kind, date, null));
        }
    }
}
