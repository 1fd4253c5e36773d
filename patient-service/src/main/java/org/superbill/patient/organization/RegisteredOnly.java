package org.superbill.patient.organization;

import static org.superbill.patient.organization.OrganizationProblem.ORGANIZATION_NOT_FOUND;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/**
 * A token is good for an organization that is registered. One wrong digit in what an identity provider puts into it would else make a
 * tenant that nobody sees: patients are registered in it, and its encounters are never billed.
 */
@Provider
@Singleton
public class RegisteredOnly implements ContainerRequestFilter {
    private final Caller caller;
    private final OwnOrganization own;

    RegisteredOnly(Caller caller, OwnOrganization own) {
        this.caller = caller;
        this.own = own;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (caller.organization().isPresent() && !own.isRegistered()) {
            throw new Problem(ORGANIZATION_NOT_FOUND, "The organization of the token is not registered");
        }
    }
}
