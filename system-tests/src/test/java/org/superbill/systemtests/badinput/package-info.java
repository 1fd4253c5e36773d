/** What a client does wrong: a clear problem that says what and where, and nothing changed. */
@NullMarked
package org.superbill.systemtests.badinput;

import org.jspecify.annotations.NullMarked;
