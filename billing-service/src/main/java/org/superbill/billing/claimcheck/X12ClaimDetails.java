package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.part.DatePeriod;

/** What loop 2300 of an 837 says besides codes, in the JSON form of the facts. */
final class X12ClaimDetails {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> CAUSES = Map.of("AA", "auto", "EM", "employment", "OA", "other");
    private static final Map<String, String> DATES = Map.of(
            "431", "onset",
            "454", "initial-treatment",
            "304", "last-seen",
            "453", "acute-manifestation",
            "484", "last-menstrual-period",
            "455", "last-x-ray",
            "297", "last-worked",
            "296", "return-to-work",
            "444", "first-contact");

    private final Loop claim;
    private final boolean institutional;

    X12ClaimDetails(Loop claim, boolean institutional) {
        this.claim = claim;
        this.institutional = institutional;
    }

    ObjectNode json() {
        var details = JSON.objectNode();
        provider(details, "referringProvider", claim.loop(institutional ? "2310F" : "2310A"));
        reference(details, "referralNumber", "9F");
        reference(details, "priorAuthorizationNumber", "G1");
        X12ClaimFacts.put(details, "delayReason", claim.required("CLM").element(20));
        dates(details);
        if (institutional) {
            details.set("institutional", institutional());
        } else {
            provider(details, "supervisingProvider", claim.loop("2310D"));
            accident(details);
        }
        return details;
    }

    private void accident(ObjectNode details) {
        var clm = claim.required("CLM");
        var causes = List.of(clm.component(11, 1), clm.component(11, 2)).stream()
                .filter(CAUSES::containsKey)
                .toList();
        if (causes.isEmpty()) {
            return;
        }
        var accident = details.putObject("accident");
        var named = accident.putArray("causes");
        causes.forEach(cause -> named.add(CAUSES.get(cause)));
        X12ClaimFacts.put(accident, "state", clm.component(11, 4));
        var day = claim.segment("DTP", "439");
        if (day != null) {
            accident.put("date", DatePeriod.of(day).from().toString());
        }
    }

    private void dates(ObjectNode details) {
        var dates = details.putArray("dates");
        for (var dtp : claim.segments("DTP")) {
            var kind = DATES.get(dtp.element(1));
            if (kind != null) {
                dates.addObject()
                        .put("kind", kind)
                        .put("date", DatePeriod.of(dtp).from().toString());
            }
        }
    }

    private ObjectNode institutional() {
        var all = JSON.objectNode();
        var admission = claim.segment("CL1");
        all.put("typeOfBill", claim.required("CLM").component(5, 1));
        all.put("admissionType", admission == null ? "" : admission.element(1));
        if (admission != null) {
            X12ClaimFacts.put(all, "admissionSource", admission.element(2));
        }
        all.put("patientStatus", admission == null ? "" : admission.element(3));
        codes(all, "reasonsForVisit", "APR", "PR");
        codes(all, "externalCauses", "ABN", "BN");
        codes(all, "conditionCodes", "BG");
        provider(all, "attendingProvider", claim.loop("2310A"));
        provider(all, "operatingProvider", claim.loop("2310B"));
        return all;
    }

    private void codes(ObjectNode of, String field, String... qualifiers) {
        ArrayNode codes = JSON.arrayNode();
        for (var hi : claim.segments("HI")) {
            for (var element = 1; element <= hi.size(); element++) {
                if (List.of(qualifiers).contains(hi.component(element, 1))) {
                    codes.add(hi.component(element, 2));
                }
            }
        }
        if (!codes.isEmpty()) {
            of.set(field, codes);
        }
    }

    private void reference(ObjectNode details, String field, String qualifier) {
        var ref = claim.segment("REF", qualifier);
        if (ref != null) {
            X12ClaimFacts.put(details, field, ref.element(2));
        }
    }

    private static void provider(ObjectNode of, String field, @Nullable Loop loop) {
        var name = loop == null ? null : loop.segment("NM1");
        if (name != null) {
            var provider = of.putObject(field);
            provider.put("npi", name.element(9));
            provider.put("lastName", name.element(3));
            X12ClaimFacts.put(provider, "firstName", name.element(4));
        }
    }
}
