/** What coding-service publishes of codes: fetched whole when it has changed there, kept in the database, in memory for the edits. */
@NullMarked
package org.superbill.billing.codefact;

import org.jspecify.annotations.NullMarked;
