package org.superbill.billing.claimcheck;

import static org.superbill.billing.claimcheck.X12Parts.JSON;
import static org.superbill.billing.claimcheck.X12Parts.address;
import static org.superbill.billing.claimcheck.X12Parts.name;
import static org.superbill.billing.claimcheck.X12Parts.person;
import static org.superbill.billing.claimcheck.X12Parts.put;
import static org.superbill.billing.claimcheck.X12Parts.reference;
import static org.superbill.billing.claimcheck.X12Parts.taxonomy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.x12.Loop;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.DatePeriod;

/**
 * A claim of an 837 as the facts that edits judge, in their JSON form. What X12 does not say, such as the days on which the coverage holds, is taken as given. Source:
 * 005010X222A1 and 005010X223A2.
 */
final class X12ClaimFacts {
    /** As long as dates of coverages can be told apart. */
    private static final String EVER = "1900-01-01";
    /** CLM05-3 of a claim that corrects none. */
    private static final String FIRST = "1";

    private final Loop header;
    private final Loop billing;
    private final Loop subscriber;
    private final @Nullable Loop dependent;
    private final Loop claim;
    private final boolean institutional;
    private final X12ClaimLines lines;

    X12ClaimFacts(Unit unit, boolean institutional) {
        this.header = unit.ancestor("");
        this.billing = unit.ancestor("2000A");
        this.subscriber = unit.ancestor("2000B");
        this.dependent = unit.hasAncestor("2000C") ? unit.ancestor("2000C") : null;
        this.claim = unit.loop();
        this.institutional = institutional;
        this.lines = new X12ClaimLines(claim, institutional);
    }

    boolean isInstitutional() {
        return institutional;
    }

    /** Whether the diagnoses are ICD-9-CM (HI with BK or BF). */
    boolean isInIcd9() {
        return !X12Codes.all(claim, "BK", "BF").isEmpty();
    }

    /** CLM01. */
    String claimNumber() {
        return claim.required("CLM").element(1);
    }

    /** What it is to its payer (SBR01, CLM05-3). */
    ClaimType claimType() {
        var frequency = claim.required("CLM").component(5, 3);
        if (!frequency.isEmpty() && !frequency.equals(FIRST)) {
            return ClaimType.CORRECTED;
        }
        return subscriber.required("SBR").elementIs(1, "P") ? ClaimType.ORIGINAL : ClaimType.SECONDARY;
    }

    /** When the last of the payers before has decided (DTP*573 of loops 2330B and 2430); null where the claim names no such day. */
    @Nullable
    LocalDate remittedOn() {
        return claim.allSegments().stream()
                .filter(segment -> segment.is("DTP") && segment.elementIs(1, "573"))
                .map(dtp -> DatePeriod.of(dtp).from())
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** NM109 of loop 2010BB, by which the organization may know the payer. */
    String payerIdentifier() {
        return name(required(subscriber, "2010BB")).element(9);
    }

    /**
     * @param payer as the organization knows it; null: as the file says
     * @throws X12Exception when something is missing without which there is no claim
     */
    ObjectNode facts(UUID organization, @Nullable ObjectNode payer) {
        var ids = new Ids(idOfPatient(), X12Parts.idOf("payer " + payerIdentifier()));
        var practitioner = practitioner();
        var facts = JSON.objectNode();
        facts.put("organizationId", organization.toString());
        facts.set("encounter", encounter(ids, practitioner));
        facts.set("organization", organization());
        facts.set("practitioner", practitioner);
        facts.set("linePractitioners", lines.practitioners());
        facts.set("authorized", lines.authorized());
        facts.set("location", location());
        facts.set("patient", patient(ids));
        var billed = payer == null ? payer(ids) : payer;
        facts.set("payer", billed);
        facts.set("coverage", coverage(ids, billed.path("payerId").asText()));
        facts.set("nextPayers", JSON.arrayNode());
        return facts;
    }

    /** Ids of what has none in a file: made up for the one check; patient and payer are the same in all of its claims. */
    private record Ids(UUID encounter, UUID patient, UUID coverage, UUID payer) {
        Ids(UUID patient, UUID payer) {
            this(UUID.randomUUID(), patient, UUID.randomUUID(), payer);
        }
    }

    /** By member id, name and birth date. */
    private UUID idOfPatient() {
        var name = name(patientName());
        return X12Parts.idOf(String.join(
                " ",
                "patient",
                name(required(subscriber, "2010BA")).element(9),
                name.element(3),
                name.element(4),
                patientName().required("DMG").element(2)));
    }

    private ObjectNode encounter(Ids ids, ObjectNode practitioner) {
        var encounter = JSON.objectNode();
        encounter.put("encounterId", ids.encounter().toString());
        encounter.put("version", 1);
        encounter.put("codingCaseId", ids.encounter().toString());
        encounter.put("patientId", ids.patient().toString());
        encounter.put("practitionerId", X12Parts.idOf(practitioner).toString());
        encounter.put("locationId", ids.encounter().toString());
        encounter.putArray("coverageIds").add(ids.coverage().toString());
        encounter.put("serviceDate", firstDay(lines.lines()).toString());
        encounter.set("lines", lines.lines());
        encounter.put("codedBy", "x12");
        if (institutional) {
            new X12FacilityStay(claim).addTo(encounter);
        } else {
            encounter.set("diagnoses", X12Codes.of(claim, "ABK", "BK", "ABF", "BF"));
            visit(encounter);
        }
        encounter.set("claimDetails", new X12ClaimDetails(claim, institutional, patientName(), practitioner).json());
        return encounter;
    }

    /** The visit of an inpatient (DTP*435, DTP*096). */
    private void visit(ObjectNode encounter) {
        var admitted = claim.segment("DTP", "435");
        var discharged = claim.segment("DTP", "096");
        if (admitted != null) {
            encounter.put("setting", "inpatient");
            encounter.put("admissionDate", DatePeriod.of(admitted).from().toString());
        }
        if (discharged != null) {
            encounter.put("dischargeDate", DatePeriod.of(discharged).from().toString());
        }
    }

    private static LocalDate firstDay(ArrayNode lines) {
        var first = LocalDate.MAX;
        for (var line : lines) {
            var day = LocalDate.parse(line.path("serviceDate").asText());
            first = day.isBefore(first) ? day : first;
        }
        if (first.equals(LocalDate.MAX)) {
            throw new X12Exception("The claim has no line");
        }
        return first;
    }

    private ObjectNode organization() {
        var provider = required(billing, "2010AA");
        var name = name(provider);
        var organization = JSON.objectNode();
        organization.put("name", name.element(3));
        organization.put("npi", name.element(9));
        var tax = provider.segment("REF", "EI", "SY");
        organization.put("taxId", tax == null ? "" : tax.element(2));
        taxonomy(organization, billing.segment("PRV", "BI"));
        organization.set("address", address(provider));
        var payTo = billing.loop("2010AB");
        if (payTo != null) {
            organization.set("payToAddress", address(payTo));
        }
        organization.put("timeZone", "America/New_York");
        var submitter = organization.putObject("submitter");
        var sender = name(required(header, "1000A"));
        submitter.put("name", sender.element(3));
        submitter.put("id", sender.element(9));
        submitter.put("contactName", sender.element(3));
        submitter.put("phone", "");
        return organization;
    }

    /** Who rendered, of an institutional claim who attended; else the billing provider. */
    private ObjectNode practitioner() {
        var loop = claim.loop(institutional ? "2310A" : "2310B");
        if (loop != null) {
            return person(loop);
        }
        var practitioner = person(required(billing, "2010AA"));
        taxonomy(practitioner, billing.segment("PRV", "BI"));
        return practitioner;
    }

    private ObjectNode location() {
        var loop = claim.loop(institutional ? "2310E" : "2310C");
        var location = JSON.objectNode();
        location.put("name", loop == null ? "" : name(loop).element(3));
        location.put("placeOfService", claim.required("CLM").component(5, 1));
        if (loop != null) {
            put(location, "npi", name(loop).element(9));
            location.set("address", address(loop));
        }
        certified(location, "cliaNumber", "X4");
        certified(location, "mammographyCertification", "EW");
        return location;
    }

    /** The claim's number, which a line repeats only to say another; where the claim has none, a line's. */
    private void certified(ObjectNode location, String field, String qualifier) {
        Stream.concat(Stream.of(claim), claim.loops("2400", any -> any).stream())
                .filter(loop -> loop.segment("REF", qualifier) != null)
                .findFirst()
                .ifPresent(loop -> reference(location, field, loop, qualifier));
    }

    private Loop patientName() {
        return dependent == null ? required(subscriber, "2010BA") : required(dependent, "2010CA");
    }

    private ObjectNode patient(Ids ids) {
        var loop = patientName();
        var name = name(loop);
        var demographics = loop.required("DMG");
        var patient = JSON.objectNode();
        patient.put("patientId", ids.patient().toString());
        patient.put("firstName", name.element(4));
        put(patient, "middleName", name.element(5));
        patient.put("lastName", name.element(3));
        var born = demographics.date(2);
        if (born == null) {
            throw new X12Exception("The patient has no birth date");
        }
        patient.put("birthDate", born.toString());
        patient.put("sex", Map.of("F", "female", "M", "male").getOrDefault(demographics.element(3), "unknown"));
        patient.set("address", address(loop));
        reference(patient, "medicalRecordNumber", claim, "EA");
        return patient;
    }

    private ObjectNode coverage(Ids ids, String payerId) {
        var name = name(required(subscriber, "2010BA"));
        var insurance = subscriber.required("SBR");
        var coverage = JSON.objectNode();
        coverage.put("coverageId", ids.coverage().toString());
        coverage.put("patientId", ids.patient().toString());
        coverage.put("payerId", payerId);
        coverage.put("memberId", name.element(9));
        put(coverage, "groupNumber", insurance.element(3));
        put(coverage, "groupName", insurance.element(4));
        coverage.put("sequence", Map.of("P", 1, "S", 2, "T", 3).getOrDefault(insurance.element(1), 4));
        coverage.put("relationshipToSubscriber", relationship());
        coverage.put("effectiveFrom", EVER);
        put(coverage, "medicareSecondaryType", insurance.element(5));
        if (dependent != null) {
            var person = coverage.putObject("subscriber");
            person.put("firstName", name.element(4));
            put(person, "middleName", name.element(5));
            person.put("lastName", name.element(3));
        }
        return coverage;
    }

    private String relationship() {
        return dependent == null
                ? "self"
                : Map.of("01", "spouse", "19", "child")
                        .getOrDefault(dependent.required("PAT").element(1), "other");
    }

    private ObjectNode payer(Ids ids) {
        var name = name(required(subscriber, "2010BB"));
        var receiver = name(required(header, "1000B"));
        var payer = JSON.objectNode();
        payer.put("payerId", ids.payer().toString());
        payer.put("name", name.element(3));
        payer.put("payerIdentifier", name.element(9));
        payer.put("claimFilingIndicator", subscriber.required("SBR").element(9));
        var profile = payer.putObject("profile");
        profile.put("connection", ClaimChecks.ANY_CONNECTION);
        profile.put("version", institutional ? "005010X223A2" : "005010X222A1");
        profile.put("receiverName", receiver.element(3));
        profile.put("receiverId", receiver.element(9));
        profile.put("acceptsCorrectedClaims", true);
        profile.put("filingLimitDays", 0);
        var interchange = profile.putObject("interchange");
        for (var field : new String[] {
            "authorizationQualifier", "authorizationInformation", "securityQualifier", "securityInformation"
        }) {
            interchange.put(field, "");
        }
        interchange.put("senderQualifier", "ZZ");
        interchange.put("senderId", name(required(header, "1000A")).element(9));
        interchange.put("receiverQualifier", "ZZ");
        interchange.put("receiverId", receiver.element(9));
        interchange.put("acknowledgmentRequested", false);
        interchange.put("usageIndicator", "T");
        profile.putObject("group").put("senderCode", "X12").put("receiverCode", "X12");
        return payer;
    }

    private static Loop required(Loop in, String id) {
        return in.required(id, loop -> loop);
    }
}
