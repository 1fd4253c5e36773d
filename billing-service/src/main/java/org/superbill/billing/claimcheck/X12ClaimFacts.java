package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.DatePeriod;

/**
 * A claim of an 837 as the facts that edits judge, in their JSON form. What X12 does not say, such as the days on which the coverage holds, is taken as given. Source:
 * 005010X222A1 and 005010X223A2.
 */
final class X12ClaimFacts {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int CENTS = 2;
    /** As long as dates of coverages can be told apart. */
    private static final String EVER = "1900-01-01";

    private final Loop header;
    private final Loop billing;
    private final Loop subscriber;
    private final @Nullable Loop dependent;
    private final Loop claim;
    private final boolean institutional;

    X12ClaimFacts(Unit unit, boolean institutional) {
        this.header = unit.ancestor("");
        this.billing = unit.ancestor("2000A");
        this.subscriber = unit.ancestor("2000B");
        this.dependent = unit.hasAncestor("2000C") ? unit.ancestor("2000C") : null;
        this.claim = unit.loop();
        this.institutional = institutional;
    }

    /** CLM01. */
    String claimNumber() {
        return claim.required("CLM").element(1);
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
        var ids = new Ids();
        var facts = JSON.objectNode();
        facts.put("organizationId", organization.toString());
        facts.set("encounter", encounter(ids));
        facts.set("organization", organization());
        facts.set("practitioner", practitioner());
        facts.set("location", location());
        facts.set("patient", patient(ids));
        var billed = payer == null ? payer(ids) : payer;
        facts.set("payer", billed);
        facts.set("coverage", coverage(ids, billed.path("payerId").asText()));
        facts.set("nextPayers", JSON.arrayNode());
        return facts;
    }

    /** Ids of what has none in a file: made up for the one check. */
    private record Ids(UUID encounter, UUID patient, UUID coverage, UUID payer, UUID practitioner) {
        Ids() {
            this(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        }
    }

    private ObjectNode encounter(Ids ids) {
        var encounter = JSON.objectNode();
        encounter.put("encounterId", ids.encounter().toString());
        encounter.put("version", 1);
        encounter.put("codingCaseId", ids.encounter().toString());
        encounter.put("patientId", ids.patient().toString());
        encounter.put("practitionerId", ids.practitioner().toString());
        encounter.put("locationId", ids.encounter().toString());
        encounter.putArray("coverageIds").add(ids.coverage().toString());
        var lines = lines();
        encounter.put("serviceDate", firstDay(lines).toString());
        encounter.set("diagnoses", diagnoses());
        encounter.set("lines", lines);
        encounter.put("codedBy", "x12");
        if (institutional) {
            encounter.put("kind", "facility");
            encounter.put("setting", "facility-outpatient");
        }
        encounter.set("claimDetails", new X12ClaimDetails(claim, institutional).json());
        return encounter;
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

    /** HI: principal, then the others; each component list is one code. */
    private ArrayNode diagnoses() {
        var found = new LinkedHashMap<String, String>();
        for (var hi : claim.segments("HI")) {
            for (var element = 1; element <= hi.size(); element++) {
                var qualifier = hi.component(element, 1);
                if (List.of("ABK", "BK", "ABF", "BF").contains(qualifier)) {
                    found.put(qualifier + element + found.size(), hi.component(element, 2));
                }
            }
        }
        var codes = JSON.arrayNode();
        found.values().forEach(codes::add);
        return codes;
    }

    private ArrayNode lines() {
        var lines = JSON.arrayNode();
        for (var loop : claim.loops("2400", any -> any)) {
            lines.add(line(loop));
        }
        return lines;
    }

    private ObjectNode line(Loop loop) {
        var service = loop.required(institutional ? "SV2" : "SV1");
        var procedure = institutional ? 2 : 1;
        var charge = institutional ? 3 : 2;
        var unit = institutional ? 4 : 3;
        var line = JSON.objectNode();
        line.put("lineNumber", number(loop.required("LX").element(1)));
        line.put("procedureCode", service.component(procedure, 2));
        var modifiers = line.putArray("modifiers");
        for (var component = 3; component <= 6; component++) {
            var modifier = service.component(procedure, component);
            if (!modifier.isEmpty()) {
                modifiers.add(modifier);
            }
        }
        line.put("units", service.requiredDecimal(unit + 1));
        line.put("chargeCents", cents(service, charge));
        var period = period(loop);
        line.put("serviceDate", period.from().toString());
        var pointers = line.putArray("diagnosisPointers");
        if (!institutional) {
            service.components(7).stream()
                    .filter(pointer -> !pointer.isEmpty())
                    .forEach(pointer -> pointers.add(number(pointer)));
        }
        var details = line.putObject("details");
        if (period.to().isAfter(period.from())) {
            details.put("through", period.to().toString());
        }
        if (service.elementIs(unit, "MJ")) {
            details.put("minutes", service.requiredDecimal(unit + 1).intValue());
        }
        if (institutional) {
            details.put("revenueCode", service.element(1));
        } else {
            put(details, "description", service.component(procedure, 7));
            put(details, "placeOfService", service.element(5));
        }
        return line;
    }

    /** The line's own days, else those of the claim's statement. */
    private DatePeriod period(Loop line) {
        var dtp = line.segment("DTP", "472");
        if (dtp == null) {
            dtp = claim.segment("DTP", "434");
        }
        if (dtp == null) {
            throw new X12Exception("A line has no date of service");
        }
        return DatePeriod.of(dtp);
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
        var name = loop == null ? name(required(billing, "2010AA")) : name(loop);
        var practitioner = JSON.objectNode();
        practitioner.put("npi", name.element(9));
        practitioner.put("firstName", name.element(4));
        practitioner.put("lastName", name.element(3));
        taxonomy(practitioner, loop == null ? billing.segment("PRV", "BI") : loop.segment("PRV"));
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
        return location;
    }

    private ObjectNode patient(Ids ids) {
        var loop = dependent == null ? required(subscriber, "2010BA") : required(dependent, "2010CA");
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
        if (dependent != null) {
            var person = coverage.putObject("subscriber");
            person.put("firstName", name.element(4));
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

    private static ObjectNode address(Loop loop) {
        var n3 = loop.segment("N3");
        var n4 = loop.segment("N4");
        var address = JSON.objectNode();
        address.put("line1", n3 == null ? "" : n3.element(1));
        if (n3 != null) {
            put(address, "line2", n3.element(2));
        }
        address.put("city", n4 == null ? "" : n4.element(1));
        address.put("state", n4 == null ? "" : n4.element(2));
        address.put("postalCode", n4 == null ? "" : n4.element(3));
        return address;
    }

    private static void taxonomy(ObjectNode of, @Nullable Segment prv) {
        if (prv != null) {
            put(of, "taxonomyCode", prv.element(3));
        }
    }

    private static Segment name(Loop loop) {
        return loop.required("NM1");
    }

    private static Loop required(Loop in, String id) {
        return in.required(id, loop -> loop);
    }

    static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new X12Exception("A line has a number or a pointer that is none");
        }
    }

    private static long cents(Segment segment, int element) {
        try {
            return segment.requiredDecimal(element).movePointRight(CENTS).longValueExact();
        } catch (ArithmeticException e) {
            throw new X12Exception("An amount has more than two decimals");
        }
    }
}
