# Runs as the first process of new mount, PID, network, IPC and UTS namespaces, still with the right to mount: builds a
# root of its own, leaves the old one behind, gives up every right, and becomes the interpreter.
#
#   pytest-isolation.sh ROOT USER PROGRAM SEED EXECUTABLE [FOLDER...]
#
# ROOT        an empty folder to mount the new root on
# USER        the number of the user to become; "mapped" in a user namespace, where only rights are given up
# PROGRAM     the folder of the Python program to run
# SEED        of Python's hashes
# EXECUTABLE  the interpreter
# FOLDER      what the interpreter needs besides the system's own folders, at the same path inside, read-only
set -eu

# An ordinary user's PATH may lack what only root is thought to need, such as pivot_root.
PATH=$PATH:/usr/sbin:/sbin
root=$1 user=$2 program=$3 seed=$4 executable=$5
shift 5

limits=size=64m,nr_inodes=20000

mount -t tmpfs -o size=16m,mode=755,nosuid,nodev none "$root"
cd "$root"
umask 022
mkdir -p etc dev/shm proc task tmp old program
cp "$program"/*.py program/

# One line a mount and one process for many of them, and no process where the shell can do it: processes are what takes
# the time here.
octal() {
  case $1 in
    *[[:space:]\\]*) printf '%s' "$1" | sed 's/\\/\\134/g; s/ /\\040/g; s/\t/\\011/g' ;;
    *) printf '%s' "$1" ;;
  esac
}
new=$(octal "$root")
bind() {
  printf '%s %s none bind,%s 0 0\n' "$(octal "$1")" "$new$(octal "$1")" "$2"
}
{
  echo "none $new/proc proc nosuid,nodev,noexec 0 0"
  echo "none $new/tmp tmpfs $limits,mode=1777,nosuid,nodev 0 0"
  echo "none $new/task tmpfs $limits,mode=1777,nosuid,nodev 0 0"
  echo "none $new/dev/shm tmpfs $limits,mode=1777,nosuid,nodev 0 0"
} >etc/fstab
mount --all --fstab "$root/etc/fstab"

# The last that is written below /proc/sys. The file is root's outside; a user's namespace has only the call.
{ echo isolated >proc/sys/kernel/hostname || hostname isolated || :; } 2>/dev/null
if [ "$user" = mapped ]; then
  # The limit counts for this user namespace alone: nobody in it makes another, in which he would have rights again.
  echo 0 >proc/sys/user/max_user_namespaces
fi

# After /tmp, because what the interpreter needs may lie in it.
for folder in /usr /bin /sbin /lib /lib32 /lib64 /libx32 /etc/alternatives; do
  if [ -L "$folder" ]; then
    links="${links-} $folder"
  elif [ -d "$folder" ]; then
    set -- "$@" "$folder"
  fi
done
# shellcheck disable=SC2086 # the names above, without white space
[ -z "${links-}" ] || cp -P $links .
cp -P /dev/fd /dev/stdin /dev/stdout /dev/stderr dev/ 2>/dev/null || :
for folder; do
  # Relative to here now; an interpreter may name folders that it does not have.
  [ ! -d "$folder" ] || set -- "$@" ".$folder"
  shift
done
mkdir -p "$@"
{
  for folder; do
    bind "${folder#.}" ro,nosuid,nodev
  done
  if [ -f /etc/ld.so.cache ]; then
    : >./etc/ld.so.cache
    bind /etc/ld.so.cache ro,nosuid,nodev
  fi
  for device in null zero full random urandom; do
    : >"./dev/$device"
    bind "/dev/$device" rw,nosuid,noexec
  done
  # A user that is root outside may write the kernel's settings even without any right: where root is in a container
  # that lets him make a user namespace only.
  for path in sys sysrq-trigger irq bus fs; do
    [ ! -e "proc/$path" ] || echo "$new/proc/$path $new/proc/$path none bind,ro,nosuid,nodev,noexec 0 0"
  done
} >etc/fstab
mount --all --fstab "$root/etc/fstab"
rm etc/fstab

echo "127.0.0.1 localhost" >etc/hosts
number=$user
[ "$user" != mapped ] || number=0
echo "task:x:$number:$number:task:/tmp:/bin/sh" >etc/passwd
echo "task:x:$number:" >etc/group

pivot_root . old
cd /
umount -l /old
rmdir /old
mount -o remount,bind,ro,nosuid,nodev /

if [ "$user" = mapped ]; then
  set --
else
  set -- --reuid="$user" --regid="$user" --clear-groups
fi
exec env -i PATH=/usr/local/bin:/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/tmp \
  PYTHONHASHSEED="$seed" PYTHONDONTWRITEBYTECODE=1 PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 \
  setpriv "$@" --bounding-set=-all --inh-caps=-all --ambient-caps=-all --no-new-privs -- \
  "$executable" -s -B -X utf8 /program/pytest_session.py
