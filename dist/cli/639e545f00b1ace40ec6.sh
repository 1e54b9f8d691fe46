# Runs as the first process of new mount, PID, network, IPC and UTS namespaces, still with the right to mount: builds a
# root of its own, leaves the old one behind, and becomes the interpreter, as the root of a user namespace in which no user of
# the machine has a number but one that owns nothing there. Of that root's rights two are left, which the interpreter gives
# up before it runs anything of a task: to make the namespaces of a run, and to give up rights.
#
#   pytest-isolation.sh ROOT USER PROGRAM SEED EXECUTABLE [FOLDER...]
#
# ROOT        an empty folder to mount the new root on
# USER        the number of the user to become; "mapped" where the user namespace is there already, an ordinary user's
# PROGRAM     the folder of the Python program to run
# SEED        of Python's hashes
# EXECUTABLE  the interpreter
# FOLDER      what the interpreter needs besides the system's own folders, at the same path inside, read-only
set -eu

# An ordinary user's PATH may lack what only root is thought to need, such as pivot_root.
PATH=$PATH:/usr/sbin:/sbin
root=$1 user=$2 program=$3 seed=$4 executable=$5
shift 5

mount -t tmpfs -o size=16m,mode=755,nosuid,nodev none "$root"
cd "$root"
umask 022
mkdir dev etc proc program
cp -r "$program/." program/

# Processes are what takes the time here: one copies all links, one makes many mounts, and none is started for what the
# shell can do.
for folder in /usr /bin /sbin /lib /lib32 /lib64 /libx32 /etc/alternatives; do
  if [ -L "$folder" ]; then
    links="${links-} $folder"
  elif [ -d "$folder" ]; then
    set -- "$@" "$folder"
  fi
done
for link in /dev/fd /dev/stdin /dev/stdout /dev/stderr; do
  [ ! -L "$link" ] || links="${links-} $link"
done
# shellcheck disable=SC2086 # the names above, without white space
[ -z "${links-}" ] || cp -P --parents $links .

# A path as a field of an fstab, in the variable of that name. `echo` would undo it.
as_field() {
  case $1 in
    *[[:space:]\\]*) field=$(printf '%s' "$1" | sed 's/\\/\\134/g; s/ /\\040/g; s/\t/\\011/g') ;;
    *) field=$1 ;;
  esac
}
as_field "$root"
new=$field
mounted() {
  printf '%s %s%s %s %s 0 0\n' "$1" "$new" "$2" "$3" "$4"
}
bind() {
  as_field "$1"
  mounted "$field" "$field" none "X-mount.mkdir,bind,$2"
}
{
  mounted none /proc proc nosuid,nodev,noexec
  for folder in tmp task dev/shm; do
    mounted none "/$folder" tmpfs X-mount.mkdir,size=64m,nr_inodes=20000,mode=1777,nosuid,nodev
  done
  # After /tmp, because what the interpreter needs may lie in it. It may also name folders that it does not have.
  for folder; do
    [ ! -d "$folder" ] || bind "$folder" ro,nosuid,nodev
  done
  if [ -f /etc/ld.so.cache ]; then
    : >etc/ld.so.cache
    bind /etc/ld.so.cache ro,nosuid,nodev
  fi
  for device in null zero full random urandom; do
    : >"dev/$device"
    # Read-only for its times alone, which anybody may set who may write to it.
    bind "/dev/$device" ro,nosuid,noexec
  done
} >etc/fstab
mount --all --fstab "$root/etc/fstab"

# The file is root's outside; a user's namespace has only the call.
{ echo isolated >proc/sys/kernel/hostname || hostname isolated || :; } 2>/dev/null
if [ "$user" = mapped ]; then
  # A user that is root outside may write the kernel's settings even without any right: where root is in a container that
  # lets him make a user namespace only. The limit below is the last that is written.
  echo 0 >proc/sys/user/max_user_namespaces
  for path in sys sysrq-trigger irq bus fs; do
    [ ! -e "proc/$path" ] || mounted "$new/proc/$path" "/proc/$path" none bind,ro,nosuid,nodev,noexec
  done >etc/fstab
  mount --all --fstab "$root/etc/fstab"
fi
: >etc/fstab

echo "127.0.0.1 localhost" >etc/hosts
echo "task:x:0:0:task:/tmp:/bin/sh" >etc/passwd
echo "task:x:0:" >etc/group

# The old root lies on /tmp until it is left.
pivot_root . tmp
cd /
umount -l /tmp
mount -o remount,bind,ro,nosuid,nodev /

set -- env -i PATH=/usr/local/bin:/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/tmp \
  PYTHONHASHSEED="$seed" PYTHONDONTWRITEBYTECODE=1 PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 \
  setpriv --bounding-set=-all,+sys_admin,+setpcap --inh-caps=-all --ambient-caps=-all --no-new-privs -- \
  "$executable" -s -B -X utf8 /program/pytest_session.py
[ "$user" != mapped ] || exec "$@"
# Some machines let only those make a user namespace who have this right already. The limit counts for the new one alone:
# nobody in it makes another, in which he would have rights again.
# shellcheck disable=SC2016 # for the shell that is started
exec setpriv --reuid="$user" --regid="$user" --clear-groups --inh-caps=-all,+sys_admin --ambient-caps=-all,+sys_admin -- \
  unshare --user --map-root-user --mount --propagation unchanged -- \
  /bin/sh -c 'echo 0 >/proc/sys/user/max_user_namespaces; exec "$@"' sh "$@"
