package org.superbill.payersimulator.intake;

import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.Unit;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.EntityName;

/** A claim of an 837P or 837I with what stands around it, which the two guides have at the same places. */
record ReceivedClaim(Unit unit) {
    static boolean isOne(Unit unit) {
        var guide = unit.set().guide();
        return guide == Guide.PROFESSIONAL_837 || guide == Guide.INSTITUTIONAL_837;
    }

    TransactionSet set() {
        return unit.set();
    }

    Loop claim() {
        return unit.loop();
    }

    BeginningOfClaims beginning() {
        return new BeginningOfClaims(unit.ancestor("").required("BHT"));
    }

    EntityName submitter() {
        return name(unit.ancestor(""), "1000A");
    }

    Loop billingProvider() {
        return unit.ancestor("2000A").required("2010AA", loop -> loop);
    }

    EntityName billingProviderName() {
        return EntityName.of(billingProvider().required("NM1"));
    }

    EntityName payer() {
        return name(unit.ancestor("2000B"), "2010BB");
    }

    /** SBR01. */
    @Nullable
    String responsibility() {
        return unit.ancestor("2000B").required("SBR").value(1);
    }

    EntityName subscriber() {
        return name(unit.ancestor("2000B"), "2010BA");
    }

    /** Absent when the patient is the subscriber. */
    @Nullable
    EntityName patient() {
        return unit.hasAncestor("2000C") ? name(unit.ancestor("2000C"), "2010CA") : null;
    }

    /** Also of a claim that is broken, which the 999 rejects; the member id is then empty where it is not there. */
    String memberId() {
        var subscriber = unit.hasAncestor("2000B") ? unit.ancestor("2000B").loop("2010BA") : null;
        var name = subscriber == null ? null : subscriber.segment("NM1");
        return name == null ? "" : name.element(9);
    }

    /** CLM01; empty in a broken claim that has none. */
    String claimNumber() {
        var clm = unit.loop().segment("CLM");
        return clm == null ? "" : clm.element(1);
    }

    Route route() {
        var interchange = set().interchange();
        return new Route(
                interchange.senderQualifier(),
                interchange.sender(),
                interchange.receiverQualifier(),
                interchange.receiver(),
                set().group().sender(),
                set().group().receiver(),
                interchange.usage());
    }

    private static EntityName name(Loop level, String loopId) {
        Segment nm1 = level.required(loopId, loop -> loop).required("NM1");
        return EntityName.of(nm1);
    }
}
