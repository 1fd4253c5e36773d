package org.superbill.coding.codefact;

import org.superbill.coderules.CodeFacts;
import org.superbill.coding.codesystem.ActiveReleases;

/**
 * What is known of codes at one moment.
 *
 * @param releases those that it was made of
 */
public record KnownFacts(CodeFacts facts, ActiveReleases releases) {}
