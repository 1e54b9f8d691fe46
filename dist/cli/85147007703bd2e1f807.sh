# Runs as the first process of new mount, PID, IPC and UTS namespaces, still with the right to mount: builds a root of
# its own, leaves the old one behind, and lets pip install there as another user without any right. The network stays the
# job's, because pip needs its index.
#
#   pip-isolation.sh ROOT USER TARGET SCRATCH SETTINGS EXECUTABLE [PATH...] -- [ARGUMENT...]
#
# ROOT        an empty folder to mount the new root on
# USER        the number of the user to become; "mapped" in a user namespace, where only rights are given up
# TARGET      the virtual environment to install into, at the same path inside: nothing else that is written there stays
# SCRATCH     an empty folder for what pip unpacks, on a disk and not in memory
# SETTINGS    a folder with `pip.conf`, `netrc`, and `variables` for a shell to read
# EXECUTABLE  the interpreter of TARGET
# PATH        what else is needed at the same path inside, read-only: a folder, or a file
# ARGUMENT    of pip
#
# Ends with 93 when pip failed; with anything else but 0 pip was not run.
set -eu

# An ordinary user's PATH may lack what only root is thought to need, such as pivot_root.
PATH=$PATH:/usr/sbin:/sbin
root=$1 user=$2 target=$3 scratch=$4 settings=$5 executable=$6
shift 6
owner=$(stat -c %u:%g "$target")

mount -t tmpfs -o size=64m,mode=755,nosuid,nodev none "$root"
cd "$root"
umask 022
mkdir etc proc dev scratch

# A path as a field of an fstab. `echo` would undo it.
as_field() {
  printf '%s' "$1" | sed 's/\\/\\134/g; s/ /\\040/g; s/\t/\\011/g'
}
new=$(as_field "$root")
bind() {
  printf '%s %s%s none X-mount.mkdir,bind,%s 0 0\n' "$(as_field "$1")" "$new" "$(as_field "$2")" "$3"
}
{
  printf 'none %s/proc proc nosuid,nodev,noexec 0 0\n' "$new"
  for folder in tmp dev/shm; do
    printf 'none %s/%s tmpfs X-mount.mkdir,size=64m,nr_inodes=20000,mode=1777,nosuid,nodev 0 0\n' "$new" "$folder"
  done
  # Of the machine only what programs, names of hosts and certificates need.
  for folder in /usr /bin /sbin /lib /lib32 /lib64 /libx32 \
    /etc/alternatives /etc/ssl /etc/pki /etc/ca-certificates /etc/crypto-policies; do
    if [ -L "$folder" ]; then
      cp -P --parents "$folder" . >&2
    elif [ -d "$folder" ]; then
      bind "$folder" "$folder" ro,nosuid,nodev
    fi
  done
  while [ "$1" != -- ]; do
    if [ -d "$1" ]; then
      from=$1
      case $user$(stat -Lc %A "$1") in
        mapped* | *r?[xt]) ;;
        *)
          # A folder that its owner alone may look into, such as one that `mktemp` has made.
          from=$settings/$#
          cp -rH "$1" "$from"
          chmod -R a+rX "$from"
          ;;
      esac
      bind "$from" "$1" ro,nosuid,nodev
    elif [ -f "$1" ]; then
      files="${files-} $(printf '%s' "$1" | base64 -w 0)"
    fi
    shift
  done
  # After those above it, so that it may lie in one of them.
  bind "$target" "$target" rw,nosuid,nodev
  bind "$scratch" /scratch rw,nosuid,nodev
  for device in null zero full random urandom; do
    : >"dev/$device"
    bind "/dev/$device" "/dev/$device" rw,nosuid,noexec
  done
} >etc/fstab
shift
mount --all --fstab "$root/etc/fstab"

for link in /dev/fd /dev/stdin /dev/stdout /dev/stderr; do
  [ ! -L "$link" ] || cp -P --parents "$link" .
done
for name in hosts resolv.conf nsswitch.conf host.conf gai.conf services protocols ld.so.cache; do
  [ ! -f "/etc/$name" ] || cp -L "/etc/$name" etc/
done
for encoded in ${files-}; do
  file=$(printf '%s' "$encoded" | base64 -d)
  [ -e ".$file" ] || { cp -L --parents "$file" . && chmod a+r ".$file"; }
done
cp "$settings/pip.conf" "$settings/netrc" "$settings/variables" etc/

# The last that is written below /proc/sys. The file is root's outside; a user's namespace has only the call.
{ echo isolated >proc/sys/kernel/hostname || hostname isolated || :; } 2>/dev/null
if [ "$user" = mapped ]; then
  # The limit counts for this user namespace alone: nobody in it makes another, in which he would have rights again.
  echo 0 >proc/sys/user/max_user_namespaces
fi
# A user that is root outside may write the kernel's settings even without any right.
for path in sys sysrq-trigger irq bus fs; do
  [ ! -e "proc/$path" ] || bind "$root/proc/$path" "/proc/$path" ro,nosuid,nodev,noexec
done >etc/fstab
mount --all --fstab "$root/etc/fstab"
: >etc/fstab

number=$user
[ "$user" != mapped ] || number=0
echo "pip:x:$number:$number:pip:/scratch:/bin/sh" >etc/passwd
echo "pip:x:$number:" >etc/group

# The old root lies on /tmp until it is left.
pivot_root . tmp
cd /
umount -l /tmp
mount -o remount,bind,ro,nosuid,nodev /

if [ "$user" = mapped ]; then
  become=
else
  chown -R -h "$user:$user" "$target" /scratch
  become="--reuid=$user --regid=$user --clear-groups"
fi
status=0
# shellcheck disable=SC2016,SC2086 # the inner shell reads them; words without white space
env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/scratch TMPDIR=/scratch LC_ALL=C.UTF-8 \
  PIP_CONFIG_FILE=/etc/pip.conf NETRC=/etc/netrc \
  setpriv $become --bounding-set=-all --inh-caps=-all --ambient-caps=-all --no-new-privs -- \
  /bin/sh -c '. /etc/variables; exec "$@"' sh "$executable" -I -m pip "$@" || status=93

# Whatever pip has left running ends here, before the files are given back.
kill -s KILL -- -1 2>/dev/null || :
{
  chmod -R u+rwX,go+rX,go-w "$target"
  chmod -R u+rwX /scratch
  [ "$user" = mapped ] || chown -R -h "$owner" "$target" /scratch
} || status=93
exit "$status"
