/** The ways to payers: named connections that operations configure (HTTPS, SFTP, drop folder), each with a place for our files and one for theirs. */
@NullMarked
package org.superbill.billing.connection;

import org.jspecify.annotations.NullMarked;
