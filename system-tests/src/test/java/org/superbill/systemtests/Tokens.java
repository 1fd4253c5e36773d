package org.superbill.systemtests;

/** Where tokens come from: the gateway's local issuer, or Keycloak. */
public interface Tokens {
    String platformAdmin();

    /** A token of somebody with this role in this organization. */
    String of(String organizationId, String role);
}
