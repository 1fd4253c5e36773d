package org.superbill.billing.claimcheck;

import static org.superbill.billing.claimcheck.X12Parts.JSON;
import static org.superbill.billing.claimcheck.X12Parts.cents;
import static org.superbill.billing.claimcheck.X12Parts.put;
import static org.superbill.billing.claimcheck.X12Parts.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.DatePeriod;

/** The lines of a claim of an 837 in the JSON form of the facts. Source: 005010X222A1 and 005010X223A2, loop 2400. */
final class X12ClaimLines {
    private static final String YES = "Y";
    private static final String MINUTES = "MJ";

    private final Loop claim;
    private final boolean institutional;
    private final ArrayNode lines = JSON.arrayNode();
    private final ObjectNode practitioners = JSON.objectNode();
    private final ArrayNode authorized = JSON.arrayNode();

    X12ClaimLines(Loop claim, boolean institutional) {
        this.claim = claim;
        this.institutional = institutional;
        for (var loop : claim.loops("2400", any -> any)) {
            lines.add(line(loop));
        }
    }

    ArrayNode lines() {
        return lines;
    }

    /** By their made-up ids, who gave the lines that name somebody (loop 2420A; 837I 2420C). */
    ObjectNode practitioners() {
        return practitioners;
    }

    /** The authorizations and referrals that lines name for themselves (REF*G1, REF*9F). */
    ObjectNode authorized() {
        var found = JSON.objectNode();
        found.set("lines", authorized);
        found.putArray("missing");
        return found;
    }

    private ObjectNode line(Loop loop) {
        var service = loop.required(institutional ? "SV2" : "SV1");
        var procedure = institutional ? 2 : 1;
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
        var quantity = service.requiredDecimal(unit + 1);
        var byMinutes = service.elementIs(unit, MINUTES);
        if (byMinutes) {
            line.put("units", 1); // minutes are no units, of which CMS's tables say how many are likely
        } else {
            line.put("units", quantity);
        }
        line.put("chargeCents", cents(service, institutional ? 3 : 2));
        var period = period(loop);
        line.put("serviceDate", period.from().toString());
        var pointers = line.putArray("diagnosisPointers");
        if (!institutional) {
            service.components(7).stream()
                    .filter(pointer -> !pointer.isEmpty())
                    .forEach(pointer -> pointers.add(number(pointer)));
        }
        practitioner(loop, line);
        authorizations(loop, line.path("lineNumber").asInt());
        var details = line.putObject("details");
        if (period.to().isAfter(period.from())) {
            details.put("through", period.to().toString());
        }
        if (byMinutes) {
            details.put("minutes", quantity.intValue());
        }
        put(details, "description", service.component(procedure, 7));
        note(loop, details);
        drug(loop, details);
        if (institutional) {
            details.put("revenueCode", service.element(1));
            X12Parts.provider(details, "referringProvider", loop.loop("2420D"));
        } else {
            professional(loop, service, details);
        }
        return line;
    }

    private void professional(Loop loop, Segment service, ObjectNode details) {
        put(details, "placeOfService", service.element(5));
        flag(details, "emergency", service, 9);
        flag(details, "epsdt", service, 11);
        flag(details, "familyPlanning", service, 12);
        reference(details, "referringCliaNumber", loop, "F4");
        var purchased = loop.segment("PS1");
        if (purchased != null) {
            var bought = details.putObject("purchasedService")
                    .put("npi", purchased.element(1))
                    .put("chargeCents", cents(purchased, 2));
            var place = loop.loop("2420C");
            if (place != null) {
                bought.putObject("place")
                        .put("name", X12Parts.name(place).element(3))
                        .set("address", X12Parts.address(place));
            }
        }
        X12Parts.provider(details, "supervisingProvider", loop.loop("2420D"));
        X12Parts.provider(details, "orderingProvider", loop.loop("2420E"));
        X12Parts.provider(details, "referringProvider", loop.loop("2420F"));
    }

    private static void flag(ObjectNode details, String field, Segment service, int element) {
        if (service.elementIs(element, YES)) {
            details.put(field, true);
        }
    }

    /** What was done in words; what an organization of third parties says (TPO) is not that, and stands last. */
    private static void note(Loop loop, ObjectNode details) {
        var note = loop.segment("NTE", "ADD", "DCP");
        if (note == null) {
            note = loop.segment("NTE");
        }
        if (note != null) {
            put(details, "note", note.element(2));
        }
    }

    private static void drug(Loop loop, ObjectNode details) {
        var drug = loop.loop("2410");
        if (drug == null || !drug.required("LIN").elementIs(2, "N4")) {
            return; // another product than one with an NDC
        }
        var count = drug.segment("CTP");
        var quantity = count == null ? null : count.decimal(4);
        if (count == null || quantity == null) {
            return; // the reader has said so
        }
        var given = details.putObject("drug");
        given.put("ndc", drug.required("LIN").element(3));
        given.put("quantity", quantity);
        given.put("unit", count.component(5, 1));
        reference(given, "prescriptionNumber", drug, "XZ");
    }

    private void practitioner(Loop loop, ObjectNode line) {
        var rendered = loop.loop(institutional ? "2420C" : "2420A");
        if (rendered != null) {
            var person = X12Parts.person(rendered);
            var id = X12Parts.idOf(person).toString();
            practitioners.set(id, person);
            line.put("practitionerId", id);
        }
    }

    private void authorizations(Loop loop, int lineNumber) {
        for (var ref : loop.segments("REF")) {
            var referral = ref.elementIs(1, "9F");
            var ofThisPayer = !ref.has(4); // REF04 names another one
            if (ofThisPayer && (referral || ref.elementIs(1, "G1"))) {
                authorized
                        .addObject()
                        .put("lineNumber", lineNumber)
                        .put("authorizationId", UUID.randomUUID().toString())
                        .put("number", ref.element(2))
                        .put("kind", referral ? "referral" : "authorization")
                        .put("serviceIndex", 0)
                        .put("units", 0);
            }
        }
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

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new X12Exception("A line has a number or a pointer that is none");
        }
    }
}
