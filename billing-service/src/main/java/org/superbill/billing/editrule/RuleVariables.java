package org.superbill.billing.editrule;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Authorized;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;

/** A claim as conditions see it, by the names of {@link Variable}. */
public final class RuleVariables {
    private static final int OF_A_LINE = "line_".length();

    private final Map<String, Object> claim;
    private final List<Map<String, Object>> lines;

    RuleVariables(Map<String, Object> claim, List<Map<String, Object>> lines) {
        this.claim = claim;
        this.lines = lines;
    }

    public static RuleVariables of(ClaimFacts facts, LocalDate today) {
        var encounter = facts.encounter();
        var lines = new ArrayList<Map<String, Object>>(encounter.lines().size());
        encounter.lines().forEach(line -> lines.add(line(line, facts)));
        var claim = new HashMap<String, Object>(64);
        claim.put("form", facts.isInstitutional() ? "institutional" : "professional");
        claim.put("service_date", encounter.serviceDate().toString());
        claim.put("days_since_service", ChronoUnit.DAYS.between(encounter.serviceDate(), today));
        claim.put("place_of_service", facts.location().placeOfService());
        claim.put("charge_cents", facts.totalChargeCents());
        claim.put("diagnoses", encounter.diagnoses());
        claim.put("payer_id", facts.payer().payerId().toString());
        claim.put("payer_identifier", facts.payer().payerIdentifier());
        claim.put("filing_indicator", facts.payer().claimFilingIndicator());
        claim.put("group_number", text(facts.coverage().groupNumber()));
        claim.put("member_id", facts.coverage().memberId());
        claim.put("coverage_sequence", (long) facts.coverage().sequence());
        claim.put("relationship", facts.coverage().relationshipToSubscriber().name());
        claim.put("patient_age", age(facts));
        claim.put("patient_sex", facts.patient().sex().name());
        claim.put("billing_npi", facts.organization().npi());
        claim.put("billing_taxonomy", text(facts.organization().taxonomyCode()));
        claim.put("rendering_npi", facts.practitioner().npi());
        claim.put("rendering_taxonomy", text(facts.practitioner().taxonomyCode()));
        claim.put("facility_npi", text(facts.location().npi()));
        details(claim, encounter.details());
        claim.put("authorization_number", authorization(facts));
        claim.put("lines", lines);
        return new RuleVariables(claim, lines);
    }

    private static Map<String, Object> line(EncounterCoded.Line line, ClaimFacts facts) {
        var diagnoses = facts.encounter().diagnoses();
        var place = line.more().placeOfService();
        var pointed = new ArrayList<String>(line.diagnosisPointers().size());
        for (var pointer : line.diagnosisPointers()) {
            if (pointer >= 1 && pointer <= diagnoses.size()) {
                pointed.add(diagnoses.get(pointer - 1));
            }
        }
        var drug = line.more().drug();
        return Map.of(
                "number", (long) line.lineNumber(),
                "procedure", line.procedureCode(),
                "modifiers", line.modifiers(),
                "units", line.units().doubleValue(),
                "charge_cents", line.chargeCents(),
                "service_date", line.serviceDate().toString(),
                "place_of_service", place == null ? facts.location().placeOfService() : place,
                "diagnoses", pointed,
                "revenue_code", text(line.more().revenueCode()),
                "ndc", drug == null ? "" : drug.ndc());
    }

    private static void details(Map<String, Object> claim, ClaimDetails details) {
        var referring = details.referringProvider();
        var institutional = details.institutional();
        claim.put("referral_number", text(details.referralNumber()));
        claim.put("referring_npi", referring == null ? "" : referring.npi());
        claim.put("type_of_bill", institutional == null ? "" : institutional.typeOfBill());
        var codes = institutional == null ? null : institutional.conditionCodes();
        claim.put("condition_codes", codes == null ? List.of() : codes);
    }

    /** That of the encounter, else the first that was found for a line. */
    private static String authorization(ClaimFacts facts) {
        var given = facts.encounter().details().priorAuthorizationNumber();
        var found = facts.authorized();
        return given != null || found == null
                ? text(given)
                : found.lines().stream()
                        .filter(line -> !line.isReferral())
                        .map(Authorized.Line::number)
                        .findFirst()
                        .orElse("");
    }

    private static long age(ClaimFacts facts) {
        var born = facts.patient().birthDate();
        var on = facts.encounter().serviceDate();
        return born.isAfter(on) ? 0 : Period.between(born, on).getYears();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    int lines() {
        return lines.size();
    }

    /** Of the claim as a whole. */
    Optional<Object> find(String name) {
        return Optional.ofNullable(claim.get(name));
    }

    /** As one line sees it, which has names of its own besides those of the claim. */
    Optional<Object> find(String name, int line) {
        return Variable.BY_NAME.containsKey(name) && Variable.BY_NAME.get(name).isOfLine()
                ? Optional.ofNullable(lines.get(line).get(name.substring(OF_A_LINE)))
                : find(name);
    }
}
