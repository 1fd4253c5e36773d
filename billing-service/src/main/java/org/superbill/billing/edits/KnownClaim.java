package org.superbill.billing.edits;

import java.util.List;
import org.superbill.billing.edittable.EditTables.Setting;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/** A claim with what is known besides, and its lines as edits see them: put together once, read by every edit. */
final class KnownClaim {
    private final ClaimFacts facts;
    private final EditContext context;
    private final boolean institutional;
    private final Setting setting;
    private final List<Lines> lines;
    private final List<ServiceLine> services;

    KnownClaim(ClaimFacts facts, EditContext context) {
        this.facts = facts;
        this.context = context;
        this.institutional = facts.isInstitutional();
        this.setting = ServiceLine.setting(facts);
        this.lines = Lines.of(facts);
        this.services = isStay() ? List.of() : ServiceLine.of(lines, facts, context.history());
    }

    /** A hospital's stay is paid as a whole: CMS's tables of services do not judge it. Source: NCCI Policy Manual (Medicare), chapter I, section A. */
    boolean isStay() {
        return institutional && "inpatient".equals(facts.encounter().setting());
    }

    ClaimFacts facts() {
        return facts;
    }

    EncounterCoded encounter() {
        return facts.encounter();
    }

    EditContext context() {
        return context;
    }

    boolean isInstitutional() {
        return institutional;
    }

    /** Whose tables judge it. */
    Setting setting() {
        return setting;
    }

    List<Lines> lines() {
        return lines;
    }

    /** Its lines, then those sent before for the same patient by the same kind of claim. */
    List<ServiceLine> services() {
        return services;
    }
}
