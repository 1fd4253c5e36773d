package org.superbill.patient.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.tenancy.Tenancy;

/** What can be done with organizations; each method is one transaction. */
@ApplicationScoped
class Organizations {
    private final OrganizationStore store;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Caller caller;
    private final OwnOrganization own;

    Organizations(OrganizationStore store, Tenancy tenancy, Outbox outbox, Caller caller, OwnOrganization own) {
        this.store = store;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.caller = caller;
        this.own = own;
    }

    /**
     * Creates a tenant. Two may have the same NPI: a group can keep its sites apart and still bill under one number.
     */
    @Transactional
    OrganizationView create(OrganizationDetails details) {
        var id = Ids.next();
        tenancy.assume(id); // the caller belongs to no organization; what follows belongs to the new one
        var organization = new Organization(id, details);
        store.persistAndFlush(organization);
        outbox.publish(organization.changed());
        return organization.view();
    }

    Page<OrganizationName> names(PageRequest page) {
        return Page.of(store.names(page), page, OrganizationName::id);
    }

    /** @throws org.superbill.servicekit.problem.Problem {@code ORGANIZATION_NOT_FOUND} */
    @Transactional
    OrganizationView own() {
        return store.get(caller.requireOrganization()).view();
    }

    /** @throws org.superbill.servicekit.problem.Problem {@code ORGANIZATION_NOT_FOUND}, {@code STALE}, {@code IF_MATCH_MISSING} */
    @Transactional
    OrganizationView describe(OrganizationDetails details, @Nullable Revision expected) {
        var organization = store.getForUpdate(caller.requireOrganization());
        Revision.requireMatch(expected, organization.revision());
        organization.describe(details);
        own.changes();
        store.flush(); // so that the answer carries the new revision
        outbox.publish(organization.changed());
        return organization.view();
    }
}
