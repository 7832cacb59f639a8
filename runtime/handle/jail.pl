#!/usr/bin/perl
# Confines this process for good, then becomes the given program. Needs no privilege; with some, it gives them up.
# perl-base is part of every Debian system; nothing but its core is used. jail.ts, which starts it, says what each layer is for.
#
#   jail.pl --machine x64|arm64 --filter HEX --host PID [--uid N] [--chroot FOLDER] [--landlock] [--read PATH]... [--run PATH]...
#           [--data BYTES] [--space BYTES] [--files N] -- PROGRAM ARGUMENTS...
#
# Whatever cannot be done ends it with exit code 125 and one line: a handler never runs with less than was asked for.
use strict;
use warnings;

sub refuse { print STDERR "jail: @_\n"; exit 125 }

my (%option, @read, @run);
while (@ARGV) {
  my $name = shift @ARGV;
  last if $name eq '--';
  if ($name eq '--read') { push @read, shift @ARGV }
  elsif ($name eq '--run') { push @run, shift @ARGV }
  elsif ($name eq '--landlock') { $option{landlock} = 1 }
  elsif ($name =~ /^--(machine|filter|host|uid|chroot|data|space|files)$/) { $option{$1} = shift @ARGV }
  else { refuse("unknown option $name") }
}

my %calls = (
  x64 => {setrlimit => 160, prctl => 157, seccomp => 317, setgroups => 116, setresgid => 119, setresuid => 117, capset => 126},
  arm64 => {setrlimit => 164, prctl => 167, seccomp => 277, setgroups => 159, setresgid => 149, setresuid => 147, capset => 91},
);
my $calls = $calls{$option{machine} // ''} // refuse('--machine has to be x64 or arm64');
my %call = (%$calls, close_range => 436, landlock_create => 444, landlock_add => 445, landlock_restrict => 446);

sub call { my $name = shift; return syscall($call{$name}, @_) }
sub need { my ($what, $result) = @_; refuse("$what: $!") if $result < 0; return $result }
sub limit { my ($resource, $value) = @_; need("setrlimit $resource", call('setrlimit', $resource, pack('QQ', $value, $value))) }

# Descriptors that the parent left open; before Linux 5.9 its own close-on-exec flags have to do.
call('close_range', 4, 0xffffffff, 0);

if (defined $option{chroot}) {
  chroot($option{chroot}) or refuse("chroot $option{chroot}: $!");
  chdir('/') or refuse("chdir: $!");
}

limit(4, 0);                                     # core files
limit(7, ($option{files} // 64) + 0);            # descriptors
limit(2, $option{data} + 0) if $option{data};    # private writable memory
limit(9, $option{space} + 0) if $option{space};  # address space
limit($_, 0) for 8, 12, 13, 14;                  # locked memory, message queues, nice, real-time priority

# Root keeps no capability, whether or not it can become somebody else. What is not there to be dropped is no failure.
call('prctl', 24, $_, 0, 0, 0) for 0 .. 63;      # PR_CAPBSET_DROP
call('prctl', 28, 0xef, 0, 0, 0);                # PR_SET_SECUREBITS: no capabilities for user id 0, locked
if (defined $option{uid}) {
  my $id = $option{uid} + 0;
  need('setgroups', call('setgroups', 0, 0));
  need('setresgid', call('setresgid', $id, $id, $id));
  need('setresuid', call('setresuid', $id, $id, $id));
}
need('capset', call('capset', pack('Ll', 0x20080522, 0), pack('L6', (0) x 6)));
need('no_new_privs', call('prctl', 38, 1, 0, 0, 0));
# After the change of user, which clears it: the handler goes when its host goes.
need('parent death signal', call('prctl', 1, 9, 0, 0, 0));
refuse('the host is gone') if getppid() != ($option{host} // 0);

if ($option{landlock}) {
  my $version = call('landlock_create', 0, 0, 1);
  refuse("landlock: $!") if $version < 1;
  my $rights = (1 << ($version >= 5 ? 16 : $version >= 3 ? 15 : $version >= 2 ? 14 : 13)) - 1;
  # From version 4 on all TCP, from version 6 on signals and abstract sockets of other processes.
  my $rules = $version >= 6 ? pack('QQQ', $rights, 3, 3) : $version >= 4 ? pack('QQ', $rights, 3) : pack('Q', $rights);
  my $set = need('landlock', call('landlock_create', $rules, length($rules), 0));
  my ($execute, $read_file, $read_folder) = (1, 4, 8);
  for my $entry ((map { [$_, $read_file | $read_folder] } @read), (map { [$_, $execute | $read_file] } @run)) {
    my ($path, $access) = @$entry;
    next unless -e $path;
    sysopen(my $file, $path, 0x280000) or refuse("landlock $path: $!");    # O_PATH, O_CLOEXEC
    $access &= ~$read_folder unless -d $path;
    need("landlock $path", call('landlock_add', $set, 1, pack('Ql', $access, fileno($file)), 0));
    close $file;
  }
  need('landlock', call('landlock_restrict', $set, 0));
}

my $filter = pack('H*', $option{filter} // refuse('--filter is missing'));
need('seccomp', call('seccomp', 1, 0, pack('Sx6P', length($filter) / 8, $filter)));
limit(1, 0);                                     # bytes written to any file
exec { $ARGV[0] } @ARGV or refuse("$ARGV[0]: $!");
